#!/usr/bin/env python3
"""hearth against Splink on the same files: who finds more, who is right more often, in what time and
memory.

Each side reads the file and writes clusters and pairs in a process of its own; hearth twice: without the
pairs, which is what is timed, and with them, to judge them. Splink runs as its own published demo for
the data set does, at that demo's thresholds. Nothing of hearth is set for any set. The councils are
simulated, with default errors; of them households and fairness are told too. Without options
everything runs: the three named sets and councils of 50 thousand, 1 million and 5 million sightings.
Splink is stopped where it goes beyond a limit of time or memory, and the table says so.
"""

import argparse
import pathlib
import sys
import tempfile
import tomllib

import council

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATA = ROOT.parent / "shared" / "data" / "link"
REC_ID = "regexp_extract(rec_id, '^([^-]+-[^-]+)', 1)"
COUNCILS = {"council-50k": 50_000, "council-1m": 1_000_000, "council-5m": 5_000_000}
# From there on the model hearth ships links a pair by itself.
LINK_AT = tomllib.loads((ROOT / "models/people-uk.toml").read_text())["settings"]["link_at"]
NO_PAIRS = {"council-5m"}  # their list would be some ten gigabytes; clusters are judged all the same


class Truth:
    """Which rows are one person, and how far clusters and pairs agree with it."""

    def __init__(self, query, folder):
        self.sql = council.connect(folder)
        self.sql.execute(f"create table truth as {query}")
        self.matches = self.one("select sum(n * (n - 1) / 2) from "
                                "(select count(*) n from truth group by person)")

    def one(self, query):
        return self.sql.execute(query).fetchone()[0] or 0

    def clusters(self, path):
        """Precision, recall and F1 of the pairs in clusters; B-cubed F1, in which every row counts as
        much as any other; F1 of clusters that are right in full."""
        self.sql.execute(f"""create or replace table joined as
            select person, cluster_id from truth join
            read_csv('{path}', types = {{'row_id': 'VARCHAR', 'cluster_id': 'VARCHAR'}}) using (row_id)""")
        pairs = "select sum(n * (n - 1) / 2) from (select count(*) n from joined group by {})"
        right = self.one(pairs.format("person, cluster_id"))
        precision, recall = right / max(self.one(pairs.format("cluster_id")), 1), right / self.matches
        rows = self.one("select count(*) from joined")
        b_cubed = self.sql.execute("""with in_both as (select person, cluster_id, count(*) n from joined
                group by all), person as (select person, count(*) n from joined group by 1),
            cluster as (select cluster_id, count(*) n from joined group by 1)
            select sum(b.n * b.n / c.n), sum(b.n * b.n / p.n) from in_both b
            join person p using (person) join cluster c using (cluster_id)""").fetchone()
        whole = self.one("""select count(*) from
            (select person, min(cluster_id) as lowest, max(cluster_id) as highest, count(*) n from joined group by 1) a
            join (select cluster_id, count(*) n from joined group by 1) b
            on a.lowest = b.cluster_id and a.highest = b.cluster_id and a.n = b.n""")
        found = self.one("select count(distinct person) + count(distinct cluster_id) from joined")
        return (precision, recall, f1(precision, recall),
                f1(b_cubed[0] / rows, b_cubed[1] / rows), 2 * whole / found)

    def pairs(self, found, same, least):
        """Recall of the candidates; and F1 of those likely enough. `same` are the rows that stand for
        others that say the same (first, other, probability), which are pairs as well."""
        self.sql.execute(f"""create or replace table stood as
            with same as ({same})
            select person, coalesce(first, row_id) row_id, count(*) n, any_value(probability) as itself
            from truth left join same on other = row_id group by 1, 2""")
        self.sql.execute("""create or replace table rows as select row_id, sum(n) n,
            any_value(itself) as itself, sum(n * (n - 1) / 2) right_ from stood group by 1""")
        itself, right = self.sql.execute(f"""select sum(n * (n - 1) / 2), sum(right_) from rows
            where coalesce(itself, 0) >= {least}""").fetchone()
        brought = self.one("select sum(right_) from rows")
        among, matches, likely = self.sql.execute(f"""with pair as (select row_id_a, row_id_b,
                probability from {found}),
            matching as (select sum(a.n * b.n) n, sum(a.n * b.n) filter (probability >= {least}) likely
                from pair join stood a on a.row_id = row_id_a join stood b on b.row_id = row_id_b
                where a.person = b.person)
            select any_value(matching.n), any_value(matching.likely), sum(a.n * b.n)
            from matching, pair join rows a on a.row_id = row_id_a join rows b on b.row_id = row_id_b
            where probability >= {least}""").fetchone()
        precision = ((matches or 0) + (right or 0)) / max((likely or 0) + (itself or 0), 1)
        recall = ((matches or 0) + (right or 0)) / self.matches
        return ((among or 0) + brought) / self.matches, f1(precision, recall)


def f1(precision, recall):
    return 2 * precision * recall / max(precision + recall, 1e-9)


def hearth(options, files, out, pairs):
    base = [options.hearth, "link", "--threads", options.threads, "--input", *files]
    measured = council.run([*base, "--out", f"{out}-clusters.csv"], f"{out}.log")
    if pairs:
        council.run([*base, "--out", f"{out}-again.csv", "--pairs", f"{out}-pairs.csv"], f"{out}.log")
    table = (f"read_csv('{out}-pairs.csv', types = {{'row_id_a': 'VARCHAR', 'row_id_b': 'VARCHAR', "
             "'same': 'BOOLEAN'})")
    return measured, f"(from {table} where not same)", (
        f"select row_id_a as first, row_id_b as other, probability from {table} where same")


def splink(options, name, files, out):
    measured = council.run([sys.executable, HERE / "rival.py", name, out, options.rival_gib, *files],
                           f"{out}.log", (options.rival_seconds, options.rival_mib))
    return measured, (f"(select row_id_a::varchar row_id_a, row_id_b::varchar row_id_b, probability "
                      f"from '{out}-pairs.parquet')"), (
        "select ''::varchar as first, ''::varchar as other, 0.0::double as probability where false")


class Set:
    def __init__(self, name, files, query, splink_at, folder=None):
        self.name, self.files, self.query, self.splink_at = name, files, query, splink_at
        self.folder = folder  # of a council


def shared_sets():
    fake, historical = DATA / "fake_1000.csv", DATA / "historical_figures_with_errors_50k.parquet"
    febrl = [DATA / "febrl_dataset4a.csv", DATA / "febrl_dataset4b.csv"]
    yield Set("fake", [fake], f"select unique_id::varchar row_id, cluster person from '{fake}'", 0.5)
    yield Set("febrl4", febrl, " union all ".join(
        f"select rec_id row_id, {REC_ID} person from read_csv('{f}', all_varchar = true)"
        for f in febrl), 0.99)
    yield Set("historical", [historical],
              f"select unique_id row_id, cluster person from '{historical}'", 0.95)


def council_set(options, name, folder, sql):
    folder = folder / name
    council.simulate(options.hearth, folder, round(COUNCILS[name] / council.SIGHTINGS_A_FAMILY),
                     options.seed, "default")
    rows = council.tell(sql, folder)
    sql.sql(f"copy (select row_id, truly from told) to '{folder}/truth.parquet' (format parquet)")
    print(f"{name}: {rows} sightings", file=sys.stderr)
    return Set(name, [folder / "to_link.csv"], "select row_id::varchar row_id, truly person from "
               f"'{folder}/truth.parquet'", 0.95, folder)


def measure(options, data, folder, sql, told):
    truth = Truth(data.query, folder)
    seconds = {}
    for who in ("hearth", "Splink"):
        if who == "Splink" and options.no_rival:
            continue
        out = f"{folder}/{who}"
        pairs = data.name not in NO_PAIRS
        try:
            measured, found, same = (
                hearth(options, data.files, out, pairs) if who == "hearth"
                else splink(options, "council" if data.folder else data.name, data.files, out))
        except council.Stopped as stopped:
            print(f"| {data.name} | {who} | {stopped} | | | | | | | " +
                  " | ".join(f"{x:.0f}" for x in stopped.measured) + " |", flush=True)
            continue
        least = LINK_AT if who == "hearth" else data.splink_at
        scores = truth.pairs(found, same, least) if pairs else []
        scores = [*[f"{s:.4f}" for s in scores], "", ""][:2] + [
            f"{s:.4f}" for s in truth.clusters(f"{out}-clusters.csv")]
        seconds[who] = measured
        print(f"| {data.name} | {who} | " + " | ".join(scores) +
              f" | {measured[0]:.1f} | {measured[1]:.1f} | {measured[2]:.0f} |", flush=True)
        if data.folder:
            told += tell_council(options, data, who, sql, out)
    if len(seconds) == 2:
        ours, theirs = seconds["hearth"], seconds["Splink"]
        print(f"| {data.name} | Splink by hearth | | | | | | | | {theirs[0] / ours[0]:.1f} | "
              f"{theirs[1] / ours[1]:.1f} | {theirs[2] / ours[2]:.1f} |", flush=True)


def tell_council(options, data, who, sql, out):
    """Households and fairness of one side's clusters, as lines of tables."""
    council.take_clusters(sql, f"{out}-clusters.csv")
    council.form_families(options.hearth, sql, data.folder, who)
    for day in council.DAYS:
        figures = " | ".join(f"{x:.4f}" for x in council.score_households(sql, data.folder, day))
        yield "households", f"| {data.name} | {who} | {day} | {figures} |"
    for division, groups in council.fairness(sql, data.folder):
        for group, people, precision, recall, f1_ in groups:
            yield "fairness", (f"| {data.name} | {who} | {division} | {group} | {people} | "
                               f"{precision:.4f} | {recall:.4f} | {f1_:.4f} |")
        scores = [group[4] for group in groups]
        yield "fairness", (f"| {data.name} | {who} | {division} | gap | | | | "
                           f"{max(scores) - min(scores):.4f} |")


def print_told(told):
    heads = {
        "households": "\n| set | who is who by | day | precision | recall | pairs F1 | whole F1 |\n" +
                      "|---" * 7 + "|",
        "fairness": "\n| set | who | division | group | people | precision | recall | F1 |\n" +
                    "|---" * 8 + "|"}
    for table, head in heads.items():
        lines = [line for of, line in told if of == table]
        if lines:
            print("\n".join([head, *lines]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=ROOT / "build" / "hearth")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--set", action="append", choices=["fake", "febrl4", "historical", *COUNCILS],
                        help="only this one; may be repeated")
    parser.add_argument("--rival-seconds", type=float, default=1800, help="Splink is stopped after that")
    parser.add_argument("--rival-mib", type=float, default=16_000, help="or at so much memory")
    parser.add_argument("--rival-gib", type=int, default=40, help="and may put so much on the disk")
    parser.add_argument("--seed", type=int, default=11, help="of the councils")
    parser.add_argument("--no-rival", action="store_true", help="leave Splink out")
    parser.add_argument("--keep", type=pathlib.Path, help="work in this folder and leave it there")
    options = parser.parse_args()
    print("| set | who | blocking recall | F1 of pairs taken for matches | pairs in clusters: precision "
          "| recall | F1 | B-cubed F1 | whole clusters F1 | seconds | CPU seconds | MiB |\n" +
          "|---" * 12 + "|", flush=True)
    told = []
    wanted = options.set or ["fake", "febrl4", "historical", *COUNCILS]
    for data in shared_sets():
        if data.name not in wanted:
            continue
        absent = [file for file in data.files if not pathlib.Path(file).exists()]
        if absent:
            print(f"{data.name}: {absent[0].name} is not in ../shared/data/link; passed over",
                  file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:
            measure(options, data, folder, None, told)
    for name in (name for name in COUNCILS if name in wanted):
        with tempfile.TemporaryDirectory() as folder:
            folder = options.keep or pathlib.Path(folder)
            sql = council.connect(folder)
            data = council_set(options, name, folder, sql)
            measure(options, data, data.folder, sql, told)
    print_told(told)


if __name__ == "__main__":
    main()
