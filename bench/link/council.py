"""A synthetic council's sightings: what its agencies' files say of people, as the feeds read them, and
whom each is truly about. Used by run.py and families.py."""

import pathlib
import subprocess
import sys

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
DAYS = ("2023-03-31", "2024-03-31", "2025-03-31")
SIGHTINGS_A_FAMILY = 38.5  # with default errors
FIELDS = ("birth_date", "sex", "forename", "middle_names", "surname", "former_surname", "address",
          "postcode", "uprn", "upn", "nhs_number", "nino", "feed", "local_id",
          "role")


class Stopped(Exception):
    """A process that reached its limit, or failed where it may: why, and what it had used by then."""

    def __init__(self, why, measured):
        super().__init__(why)
        self.measured = measured


def run(command, log, limits=None):
    """Wall seconds, CPU seconds and peak memory in MiB of one process.

    Without limits (seconds, MiB) a failure ends the whole bench; with them it is Stopped.
    """
    seconds, mib = limits or (0, 0)
    done = subprocess.run([sys.executable, HERE / "measure.py", str(seconds), str(mib), log,
                           *map(str, command)], capture_output=True, text=True, check=True).stdout.split()
    measured = float(done[0]), float(done[1]), float(done[2]) / 1024
    if done[4] != "no":
        raise Stopped(f"stopped after {seconds:.0f} s" if done[4] == "time"
                      else f"stopped at {mib:.0f} MiB", measured)
    if int(done[3]) not in (0, 4):
        said = pathlib.Path(log).read_text(errors="replace")[-2000:]
        if limits is None:
            sys.exit(said)
        raise Stopped("failed: " + (said.strip().splitlines() or ["it says nothing"])[-1][:200], measured)
    return measured


def connect(folder):
    """What is too much for memory goes to the folder."""
    return duckdb.connect(config={"temp_directory": f"{folder}/temp"})


def simulate(hearth, folder, families, seed, errors):
    """Makes the council in the folder and reads its files' sightings."""
    folder.mkdir(parents=True, exist_ok=True)
    run([hearth, "simulate", "--families", families, "--seed", seed, "--errors", errors,
         "--out", folder], folder / "log")
    sql = connect(folder)
    loads = sql.sql(f"select feed, list(file) from read_csv('{folder}/truth/loads.csv') "
                    "group by feed order by feed").fetchall()
    (folder / "sightings").mkdir(exist_ok=True)
    for feed, files in loads:
        run([hearth, "import", "--feed", feed, "--started", "2022-04-01",
             "--out", folder / "read" / feed, "--sightings", folder / "sightings" / f"{feed}.parquet",
             *[folder / "files" / file for file in files]], folder / "log")


def tell(sql, folder):
    """The table `told`: each sighting, the day it came and whom it is about; and to_link.csv of it."""
    sql.sql(f"""create table told as
        select row_number() over (order by s.feed, s.file, s."table", s.row) as row_id, s.*,
               l.received_on as known_on, t.person_id as truly
        from read_parquet('{folder}/sightings/*.parquet') s
        join read_csv('{folder}/truth/loads.csv') l using (feed, file)
        join read_csv('{folder}/truth/sightings.csv') t using (feed, file, "table", "row")""")
    sql.sql(f"copy (select row_id, {', '.join(FIELDS)} from told order by row_id) "
            f"to '{folder}/to_link.csv'")
    return sql.sql("select count(*) from told").fetchall()[0][0]


def take_clusters(sql, path):
    """The table `who`: the person each sighting was found to be of."""
    sql.sql(f"""create or replace table who as select row_id::bigint as row_id,
        'P' || cluster_id as person_id
        from read_csv('{path}', types = {{'row_id': 'VARCHAR', 'cluster_id': 'VARCHAR'}})""")


def form_families(hearth, sql, folder, name):
    """Forms families from `told` and `who`, into the table `member`; the seconds it took."""
    sql.sql(f"""copy (select person_id, told.* exclude (truly, row_id) from told join who
        using (row_id)) to '{folder}/{name}.parquet'""")
    measured = run([hearth, "families", "form", "--sightings", folder / f"{name}.parquet",
                    "--out", folder / name], folder / "log")
    sql.sql(f"""create or replace table member as select family_id as household, person_id,
        coalesce(start_date, date '0001-01-01') as first, coalesce(end_date, date '9999-12-31') as last
        from read_csv('{folder}/{name}/facts/members.csv', types = {{'start_date': 'DATE',
        'end_date': 'DATE', 'person_id': 'VARCHAR'}}) where resident""")
    return measured[0]


def score_households(sql, folder, day):
    """Precision, recall and F1 of pairs who live together on a day, by `member`; F1 of whole households.

    Recall counts people of whom any agency told anything by then; each found person stands for the one
    most of their sightings are about.
    """
    sql.sql("""create or replace table stands_for as select person_id, arg_max(truly, n) as truly from
        (select person_id, truly, count(*) n from told join who using (row_id) group by all) group by 1""")
    sql.sql(f"""create or replace table truth as select h.person_id as truly, household_id as household
        from read_csv('{folder}/truth/households.csv', types = {{'start_date': 'DATE',
            'end_date': 'DATE'}}) h
        join read_csv('{folder}/truth/people.csv') p on p.person_id = h.person_id
        where coalesce(start_date, date '0001-01-01') <= date '{day}' and birth_date <= date '{day}'
          and coalesce(end_date, date '9999-12-31') >= date '{day}'
          and exists (from told where told.truly = h.person_id and known_on <= date '{day}')""")
    sql.sql(f"""create or replace table guess as select distinct household, person_id, s.truly
        from member join stands_for s using (person_id)
        where first <= date '{day}' and last >= date '{day}'
          and exists (from truth where truth.truly = s.truly)""")
    pairs = ("select distinct least(a.{id}, b.{id}) x, greatest(a.{id}, b.{id}) y from {t} a join {t} b "
             "using (household) where a.{id} < b.{id}")
    true = pairs.format(id="truly", t="truth")
    found = sql.sql(f"select count(*) from ({true} intersect {pairs.format(id='truly', t='guess')})")
    found = found.fetchall()[0][0]
    right = sql.sql(f"""select count(t.x), count(*)
        from ({pairs.format(id='person_id', t='guess')}) g
        join stands_for p on p.person_id = g.x join stands_for q on q.person_id = g.y
        left join ({true}) t on t.x = least(p.truly, q.truly) and t.y = greatest(p.truly, q.truly)
        """).fetchall()[0]
    all_true = sql.sql(f"select count(*) from ({true})").fetchall()[0][0]
    whole = sql.sql("""with t as (select household, list(distinct truly order by truly) who from truth
        group by 1), g as (select household, list(truly order by truly) who from guess group by 1)
        select (select count(*) from t join g using (who)), (select count(*) from t),
               (select count(*) from g)""").fetchall()[0]
    precision, recall = right[0] / max(right[1], 1), found / max(all_true, 1)
    return (precision, recall, 2 * precision * recall / max(precision + recall, 1e-9),
            2 * whole[0] / max(whole[1] + whole[2], 1))


DIVISIONS = {
    "name origin": "name_origin",
    "sex": "sex",
    "age on 2025-03-31": """case when age < 5 then '0 to 4' when age < 11 then '5 to 10'
        when age < 18 then '11 to 17' when age < 35 then '18 to 34' else '35 and over' end""",
}


def fairness(sql, folder):
    """For each division and group: people, precision, recall and F1 of the pairs of sightings in
    clusters. Of a pair of two people it counts against both their groups."""
    sql.sql(f"""create or replace table found as select told.truly, person_id, count(*) n
        from told join who using (row_id) group by all""")
    for division, group in DIVISIONS.items():
        yield division, sql.sql(f"""
            with person as (select person_id truly, {group} as part from (select *,
                    date_sub('year', birth_date, date '2025-03-31') as age
                    from read_csv('{folder}/truth/people.csv'))),
            true_ as (select truly, sum(n) n from found group by 1),
            of_cluster as (select person_id, sum(n) n from found group by 1)
            select part, count(distinct truly), sum(right_) / sum(linked), sum(right_) / sum(pairs),
                   2 * sum(right_) / (sum(linked) + sum(pairs)) from (
              select truly, sum(f.n * (f.n - 1) / 2) right_,
                     sum(f.n * (f.n - 1) / 2 + f.n * (c.n - f.n)) linked,
                     any_value(t.n * (t.n - 1) / 2) pairs
              from found f join true_ t using (truly) join of_cluster c using (person_id) group by 1)
            join person using (truly) group by part order by part""").fetchall()
