#!/usr/bin/env python3
"""From agencies' files to findings over a store: what each step costs, and how right the households are.

road.py [--families N] [--seed S] [--errors default]

Simulates a council and loads its files as they came, each on its day; then `hearth link`, `families form`,
`evaluate`, and `families form` once more. For each: processor seconds of all its processes and the most
memory one took. Households are held against the truth on three days, as families.py does.
"""

import argparse
import collections
import csv
import pathlib
import sqlite3
import tempfile

import council
import daily

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def load(hearth, folder, store):
    """Loads every file, in the order in which they came."""
    loads = collections.defaultdict(list)
    with open(folder / "truth/loads.csv", newline="") as file:
        for row in csv.DictReader(file):
            loads[row["received_on"], row["feed"]].append(folder / "files" / row["file"])
    seconds = peak = 0
    for (day, feed), files in sorted(loads.items()):
        _, cpu, most = daily.run(hearth, "load", "--store", store, "--feed", feed, "--received", day,
                                 "--on", day, *files)
        seconds, peak = seconds + cpu, max(peak, most)
    return len(loads), seconds, peak


def tell(sql, folder, store):
    """The tables `told` and `who`: each sighting, whom it is truly about, and whom it was found to be of."""
    book = sqlite3.connect(store / "casebook.sqlite")
    sql.sql("create table sighted (load bigint, part bigint, row_number bigint, person_id varchar)")
    rows = book.execute("select s.load, part, row_number, person_id from sighted s join person_event "
                        "using (event)").fetchall()
    with open(folder / "sighted.csv", "w", newline="") as file:
        csv.writer(file).writerows(rows)
    sql.sql(f"copy sighted from '{folder}/sighted.csv'")
    sql.sql(f"""create table told as select row_number() over () as row_id, s.*, t.person_id as truly
        from (select *, regexp_extract(filename, '-([0-9]+)[.]parquet$', 1)::bigint as part,
                     file_row_number + 2 as row_number
              from read_parquet('{store}/lake/sightings/*.parquet', filename = true,
                                file_row_number = true, union_by_name = true)) s
        join read_csv('{folder}/truth/sightings.csv', types = {{'row': 'BIGINT'}}) t
            using (feed, file, "table", "row")""")
    sql.sql("""create table named as select feed, local_id, last(person_id order by load, part, row_number)
        as person_id from told join sighted using (load, part, row_number) group by all""")
    sql.sql("create table who as select row_id, person_id from told join named using (feed, local_id)")
    return sql.sql("select count(*) from told").fetchall()[0][0]


def take_members(sql, facts):
    sql.sql(f"""create table member as select family_id as household, person_id,
        coalesce(start_date, date '0001-01-01') as first, coalesce(end_date, date '9999-12-31') as last
        from read_parquet('{facts}/members.parquet') where resident = 'yes'""")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=ROOT / "build" / "hearth")
    parser.add_argument("--families", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--errors", default="default")
    parser.add_argument("--keep", type=pathlib.Path, help="work in this folder and leave it there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = options.keep or pathlib.Path(passing)
        store, facts = folder / "store", folder / "exported"
        run = lambda *words: daily.run(options.hearth, *words)
        run("simulate", "--families", options.families, "--seed", options.seed, "--errors",
            options.errors, "--out", folder)
        count, seconds, peak = load(options.hearth, folder, store)
        print("| step | processor seconds | MiB |\n|---|---|---|")
        print(f"| {count} loads | {seconds:.1f} | {peak:.0f} |", flush=True)
        question = ("evaluate", "--store", store, "--plan", ROOT / "plans/national-2022.md", "--on",
                    "2025-03-31", "--threads", 1, "--all", "--format", "csv", "--out",
                    folder / "findings.csv")
        accounts = []
        for name, words in {
                "link": ("link", "--store", store, "--threads", 1),
                "families form": ("families", "form", "--store", store),
                "evaluate, the first time": question,
                "evaluate again": question,
                "families form again": ("families", "form", "--store", store)}.items():
            text, seconds, peak = run(*words)
            accounts += text.strip().splitlines() if words[0] != "evaluate" else []
            print(f"| {name} | {seconds:.1f} | {peak:.0f} |", flush=True)
        print("\n".join(accounts))
        run("export", "--store", store, "--format", "parquet", "--out", facts)
        sql = council.connect(folder)
        print(f"{tell(sql, folder, store)} sightings")
        take_members(sql, facts)
        print("\n| day | precision | recall | pairs F1 | whole F1 |\n|---|---|---|---|---|")
        for day in council.DAYS:
            figures = " | ".join(f"{x:.4f}" for x in council.score_households(sql, folder, day))
            print(f"| {day} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
