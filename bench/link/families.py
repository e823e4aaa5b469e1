#!/usr/bin/env python3
"""Families formed from a synthetic council's files, held against who truly lived with whom.

families.py [--families N] [--seed S] [--errors default]

Simulates a council, reads its files' sightings, finds who is who (once by the truth, once by `hearth
link`), forms families, and compares households on three days. A pair is two people who live together;
recall counts pairs of people of whom any agency told anything by then, precision the pairs that were
formed, each cluster standing for the person most of its rows are about. `whole` counts households that
are right to the last person. Beside it stands the rival that fits on a line of SQL: those live together
whose last told addresses are equal.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

import duckdb

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DAYS = ("2023-03-31", "2024-03-31", "2025-03-31")


def run(*command):
    began = time.perf_counter()
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode not in (0, 4):
        sys.exit(done.stderr[-2000:])
    return time.perf_counter() - began, done.stdout + done.stderr


def sightings(options, council, sql):
    """The sightings of all files, with the day each came and whom it is truly about."""
    loads = sql.sql(f"select feed, list(file) from read_csv('{council}/truth/loads.csv') "
                    "group by feed order by feed").fetchall()
    for feed, files in loads:
        run(options.hearth, "import", "--feed", feed, "--started", "2022-04-01",
            "--out", council / "read" / feed, "--sightings", council / f"{feed}.parquet",
            *[council / "files" / file for file in files])
    sql.sql(f"""create table told as
        select row_number() over (order by s.feed, s.file, s."table", s.row) as row_id, s.*,
               l.received_on as known_on, t.person_id as truly
        from read_parquet('{council}/*.parquet') s
        join read_csv('{council}/truth/loads.csv') l using (feed, file)
        join read_csv('{council}/truth/sightings.csv') t using (feed, file, "table", "row")""")
    return sql.sql("select count(*) from told").fetchone()[0]


def linked(options, council, sql):
    sql.sql(f"""copy (select row_id, * exclude (row_id, truly, known_on, load_, file, "table", row,
        local_id, feed, role, household) from (select *, 0 as load_ from told)) to
        '{council}/to_link.csv'""")
    seconds, _ = run(options.hearth, "link", "--threads", 2, "--input", council / "to_link.csv",
                     "--out", council / "clusters.csv")
    sql.sql(f"""create or replace table who as select row_id::bigint as row_id,
        'P' || cluster_id as person_id from read_csv('{council}/clusters.csv')""")
    return seconds


def formed(options, council, sql, name):
    """Forms families from `told` and `who`; the members' rows with the true person of each."""
    sql.sql(f"""copy (select person_id, told.* exclude (truly, row_id) from told join who
        using (row_id)) to '{council}/{name}.parquet'""")
    seconds, said = run(options.hearth, "families", "form", "--sightings",
                        council / f"{name}.parquet", "--out", council / name)
    print(said.strip().splitlines()[-1], file=sys.stderr)
    sql.sql(f"""create or replace table member as select family_id as household, person_id,
        coalesce(start_date, date '0001-01-01') as first, coalesce(end_date, date '9999-12-31') as last
        from read_csv('{council}/{name}/facts/members.csv', types = {{'start_date': 'DATE',
        'end_date': 'DATE', 'person_id': 'VARCHAR'}}) where resident""")
    return seconds


def last_told(sql):
    """The rival: each person's last told address, as it is written."""
    sql.sql("""create or replace table member as select place as household, person_id, first,
        coalesce(lead(first) over (partition by person_id order by first) - 1, date '9999-12-31') as last
        from (select person_id, known_on as first, arg_max(coalesce(uprn::varchar,
                     upper(address || '|' || coalesce(postcode, ''))), row_id) as place
              from told join who using (row_id) where address is not null or uprn is not null
              group by person_id, known_on)""")


def score(council, sql, day):
    sql.sql("""create or replace table stands_for as select person_id, arg_max(truly, n) as truly from
        (select person_id, truly, count(*) n from told join who using (row_id) group by all) group by 1""")
    sql.sql(f"""create or replace table truth as select h.person_id as truly, household_id as household
        from read_csv('{council}/truth/households.csv', types = {{'start_date': 'DATE',
            'end_date': 'DATE'}}) h
        join read_csv('{council}/truth/people.csv') p on p.person_id = h.person_id
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
    found = found.fetchone()[0]
    right = sql.sql(f"""select count(*) filter (right_), count(*) from (select exists (from ({true}) t
        where t.x = least(p.truly, q.truly) and t.y = greatest(p.truly, q.truly)) as right_
        from ({pairs.format(id='person_id', t='guess')}) g
        join stands_for p on p.person_id = g.x join stands_for q on q.person_id = g.y)""").fetchone()
    all_true = sql.sql(f"select count(*) from ({true})").fetchone()[0]
    whole = sql.sql("""with t as (select household, list(distinct truly order by truly) who from truth
        group by 1), g as (select household, list(truly order by truly) who from guess group by 1)
        select (select count(*) from t join g using (who)), (select count(*) from t),
               (select count(*) from g)""").fetchone()
    precision, recall = right[0] / max(right[1], 1), found / max(all_true, 1)
    return precision, recall, 2 * precision * recall / (precision + recall), \
        2 * whole[0] / (whole[1] + whole[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=ROOT / "build" / "hearth")
    parser.add_argument("--families", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--errors", default="default")
    parser.add_argument("--keep", type=pathlib.Path, help="work in this folder and leave it there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        council = options.keep or pathlib.Path(folder)
        sql = duckdb.connect()
        run(options.hearth, "simulate", "--families", options.families, "--seed", options.seed,
            "--errors", options.errors, "--out", council)
        print(f"{sightings(options, council, sql)} sightings", file=sys.stderr)
        print("| who is who by | families by | day | precision | recall | pairs F1 | whole F1 "
              "| seconds |\n|---|---|---|---|---|---|---|---|")
        for identity in ("truth", "hearth link"):
            if identity == "truth":
                sql.sql("create or replace table who as select row_id, truly as person_id from told")
            else:
                linked(options, council, sql)
            for way in ("hearth", "last told address"):
                if way == "hearth":
                    seconds = formed(options, council, sql, identity.replace(" ", "_"))
                else:
                    last_told(sql)
                    seconds = 0
                for day in DAYS:
                    figures = " | ".join(f"{x:.4f}" for x in score(council, sql, day))
                    print(f"| {identity} | {way} | {day} | {figures} | {seconds:.1f} |", flush=True)


if __name__ == "__main__":
    main()
