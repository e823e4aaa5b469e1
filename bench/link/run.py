#!/usr/bin/env python3
"""hearth against Splink on the same files: who finds more, who is right more often, in what time and
memory.

Each side reads the file and writes clusters and pairs in a process of its own, twice: with the pairs,
to judge them, and without, which is what is timed for hearth. Splink runs as its own published demo for
the data set does, at that demo's thresholds. Nothing of hearth is set for any set.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATA = ROOT.parent / "shared" / "data" / "link"
REC_ID = "regexp_extract(rec_id, '^([^-]+-[^-]+)', 1)"


def run(command, log):
    """Wall seconds and peak memory in MiB of one process; stops on failure."""
    began = time.perf_counter()
    with open(log, "wb") as said:
        process = subprocess.Popen(list(map(str, command)), stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in (0, 4):
        sys.exit(pathlib.Path(log).read_text(errors="replace")[-2000:])
    return seconds, usage.ru_maxrss / 1024


class Truth:
    """Which rows are one person, and how far clusters and pairs agree with it."""

    def __init__(self, query):
        self.sql = duckdb.connect()
        self.sql.execute(f"create table truth as {query}")
        self.matches = self.one("select sum(n * (n - 1) / 2) from "
                                "(select count(*) n from truth group by person)")

    def one(self, query):
        return self.sql.execute(query).fetchone()[0] or 0

    def clusters(self, path):
        """Precision, recall and F1 of the pairs in clusters; F1 of clusters that are right in full."""
        self.sql.execute(f"""create or replace table joined as
            select person, cluster_id from truth join
            read_csv('{path}', types = {{'row_id': 'VARCHAR', 'cluster_id': 'VARCHAR'}}) using (row_id)""")
        pairs = "select sum(n * (n - 1) / 2) from (select count(*) n from joined group by {})"
        right = self.one(pairs.format("person, cluster_id"))
        precision, recall = right / max(self.one(pairs.format("cluster_id")), 1), right / self.matches
        whole = self.one("""select count(*) from
            (select person, cluster_id, count(*) n from joined group by 1, 2) both_
            join (select person, count(*) n from joined group by 1) a using (person, n)
            join (select cluster_id, count(*) n from joined group by 1) b using (cluster_id, n)""")
        found = self.one("select count(distinct person) + count(distinct cluster_id) from joined")
        return precision, recall, f1(precision, recall), 2 * whole / found

    def blocking_recall(self, pairs):
        return self.one(f"""select count(*) from {pairs} p
            join truth a on a.row_id = p.row_id_a::varchar
            join truth b on b.row_id = p.row_id_b::varchar where a.person = b.person""") / self.matches

    def pairs_f1(self, pairs, least):
        right, found = self.sql.execute(f"""select count(*) filter (a.person = b.person), count(*)
            from {pairs} p join truth a on a.row_id = p.row_id_a::varchar
            join truth b on b.row_id = p.row_id_b::varchar where probability >= {least}""").fetchone()
        return f1(right / max(found, 1), right / self.matches)


def f1(precision, recall):
    return 2 * precision * recall / max(precision + recall, 1e-9)


def hearth(options, files, out):
    base = [options.hearth, "link", "--threads", options.threads, "--input", *files]
    measured = run([*base, "--out", f"{out}-clusters.csv"], f"{out}.log")
    run([*base, "--out", f"{out}-again.csv", "--pairs", f"{out}-pairs.csv"], f"{out}.log")
    types = "{'row_id_a': 'VARCHAR', 'row_id_b': 'VARCHAR'}"
    return measured, f"read_csv('{out}-pairs.csv', types = {types})"


def splink(_options, name, files, out):
    measured = run([sys.executable, HERE / "rival.py", name, out, *files], f"{out}.log")
    return measured, f"'{out}-pairs.parquet'"


def sets(options):
    fake, historical = DATA / "fake_1000.csv", DATA / "historical_figures_with_errors_50k.parquet"
    febrl = [DATA / "febrl_dataset4a.csv", DATA / "febrl_dataset4b.csv"]
    yield "fake", [fake], f"select unique_id::varchar row_id, cluster person from '{fake}'", 0.5
    yield "febrl4", febrl, " union all ".join(
        f"select rec_id row_id, {REC_ID} person from read_csv('{f}', all_varchar = true)"
        for f in febrl), 0.99
    yield ("historical", [historical],
           f"select unique_id row_id, cluster person from '{historical}'", 0.95)
    for council in options.council:
        yield ("council", [council],
               f"select row_id::varchar row_id, cluster person from '{council}'", 0.95)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=ROOT / "build" / "hearth")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--set", action="append", help="fake, febrl4, historical or council")
    parser.add_argument("--council", action="append", default=[],
                        help="a table that make_up.py wrote; may be repeated")
    options = parser.parse_args()
    print("| set | who | blocking recall | pairs F1 | precision | recall | F1 | whole clusters F1 "
          "| seconds | MiB |\n|---|---|---|---|---|---|---|---|---|---|")
    for name, files, query, at in sets(options):
        if options.set and name not in options.set:
            continue
        if not all(pathlib.Path(file).exists() for file in files):
            print(f"{name}: {files[0]} is not there; passed over", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:
            truth = Truth(query)
            for who, least in (("hearth", 0.5), ("Splink", at)):
                out = f"{folder}/{who}"
                measured, pairs = (hearth(options, files, out) if who == "hearth"
                                   else splink(options, name, files, out))
                scores = [truth.blocking_recall(pairs), truth.pairs_f1(pairs, least),
                          *truth.clusters(f"{out}-clusters.csv")]
                print(f"| {name} | {who} | " + " | ".join(f"{s:.4f}" for s in scores) +
                      f" | {measured[0]:.1f} | {measured[1]:.0f} |", flush=True)


if __name__ == "__main__":
    main()
