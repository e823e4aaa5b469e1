#!/usr/bin/env python3
"""hearth against hand-written DuckDB SQL: the same Parquet, the same threads, the same answers.

Each round runs every side once, in turn, so that a slow spell of the machine falls on all of them;
the figures are medians over the rounds, and what is compared is ratios. Before anything is timed, the
answers of both sides are compared row by row.
"""

import argparse
import csv
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLAN = ROOT / "plans" / "national-2022.md"
ROWS = ["1.1", "1.2", "7.1", "7.3"]  # those that need no statement
DAY = "2025-03-31"


def run(command):
    """Wall seconds and peak memory in MiB of one process; stops on failure."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return seconds, usage.ru_maxrss / 1024


def hearth(options, command, out, rows):
    chosen = ["--criterion", ",".join(rows)] if rows else []
    return [options.hearth, command, "--plan", PLAN, "--facts", options.folder, "--on", DAY,
            "--threads", str(options.threads), "--format", "csv", "--out", out, *chosen]


def rival(options, out):
    return [sys.executable, HERE / "rival.py", options.folder, str(options.threads), DAY, out]


def answers(path):
    with open(path, newline="") as file:
        return {(row["family_id"], row["criterion"]): (row["status"], row["need_since"])
                for row in csv.DictReader(file) if row["criterion"] in ROWS}


def check_answers(options):
    ours, theirs = options.answers + "/ours.csv", options.answers + "/theirs.csv"
    run(hearth(options, "evaluate", ours, ROWS))
    run(rival(options, theirs))
    mine, other = answers(ours), answers(theirs)
    different = [key for key in mine.keys() | other.keys() if mine.get(key) != other.get(key)]
    for key in sorted(different)[:5]:
        print("differs:", key, mine.get(key), other.get(key))
    print(f"answers compared: {len(mine | other):,}; different: {len(different):,}")
    return not different


def make_council(options):
    import duckdb

    import council

    done = pathlib.Path(options.folder) / ".records"
    if done.exists():
        return int(done.read_text())
    os.makedirs(options.folder, exist_ok=True)
    print(f"making a council of {options.families:,} families …", flush=True)
    records = council.make(duckdb.connect(), options.folder, options.families)
    done.write_text(str(records))
    return records


def report(times, memory):
    for name, seconds in times.items():
        print(f"{name:42} {statistics.median(seconds):8.2f} s   {min(seconds):6.2f} to "
              f"{max(seconds):6.2f} s   {statistics.median(memory[name]):8,.0f} MiB")


def ratio(times, a, b):
    return statistics.median(x / y for x, y in zip(times[a], times[b]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=str(ROOT / "build" / "hearth"))
    parser.add_argument("--folder", default="/tmp/hearth-bench-council", help="kept between runs")
    parser.add_argument("--families", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    scratch = tempfile.TemporaryDirectory()
    options.answers = scratch.name

    records = make_council(options)
    print(f"{options.families:,} families, {records:,} records, {options.threads} threads, {DAY}")
    same = check_answers(options)

    out = options.answers + "/answer.csv"
    sides = {
        "hearth, four rows, one day": hearth(options, "evaluate", out, ROWS),
        "DuckDB SQL, four rows, one day": rival(options, out),
        "hearth, whole plan, one day": hearth(options, "evaluate", out, []),
        "hearth, whole plan, 1,096 days": hearth(options, "timeline", out, []),
        "hearth, four rows, 1,096 days": hearth(options, "timeline", out, ROWS),
    }
    times, memory = {name: [] for name in sides}, {name: [] for name in sides}
    for _ in range(options.rounds):
        for name, command in sides.items():
            seconds, peak = run(command)
            times[name].append(seconds)
            memory[name].append(peak)
    report(times, memory)
    first, second, whole, days, four_days = sides
    print(f"SQL over hearth, four rows, one day:        {ratio(times, second, first):5.2f}")
    print(f"SQL (four rows) over hearth (whole plan):   {ratio(times, second, whole):5.2f}")
    print(f"1,096 days over one day, whole plan:        {ratio(times, days, whole):5.2f}")
    print(f"1,096 days over one day, four rows:         {ratio(times, four_days, first):5.2f}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
