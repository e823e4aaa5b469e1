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
import sys
import tempfile

import council

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def last_told(sql):
    """The rival: each person's last told address, as it is written."""
    sql.sql("""create or replace table member as select place as household, person_id, first,
        coalesce(lead(first) over (partition by person_id order by first) - 1, date '9999-12-31') as last
        from (select person_id, known_on as first, arg_max(coalesce(uprn::varchar,
                     upper(address || '|' || coalesce(postcode, ''))), row_id) as place
              from told join who using (row_id) where address is not null or uprn is not null
              group by person_id, known_on)""")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=ROOT / "build" / "hearth")
    parser.add_argument("--families", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--errors", default="default")
    parser.add_argument("--keep", type=pathlib.Path, help="work in this folder and leave it there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = options.keep or pathlib.Path(folder)
        sql = council.connect(folder)
        council.simulate(options.hearth, folder, options.families, options.seed, options.errors)
        print(f"{council.tell(sql, folder)} sightings", file=sys.stderr)
        print("| who is who by | families by | day | precision | recall | pairs F1 | whole F1 "
              "| seconds |\n|---|---|---|---|---|---|---|---|")
        for identity in ("truth", "hearth link"):
            if identity == "truth":
                sql.sql("create or replace table who as select row_id, truly as person_id from told")
            else:
                council.run([options.hearth, "link", "--threads", 2, "--input", folder / "to_link.csv",
                             "--out", folder / "clusters.csv"], folder / "log")
                council.take_clusters(sql, folder / "clusters.csv")
            for way in ("hearth", "last told address"):
                if way == "hearth":
                    seconds = council.form_families(options.hearth, sql, folder,
                                                    identity.replace(" ", "_"))
                else:
                    last_told(sql)
                    seconds = 0
                for day in council.DAYS:
                    figures = " | ".join(f"{x:.4f}" for x in council.score_households(sql, folder, day))
                    print(f"| {identity} | {way} | {day} | {figures} | {seconds:.1f} |", flush=True)


if __name__ == "__main__":
    main()
