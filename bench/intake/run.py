#!/usr/bin/env python3
"""hearth's intake against the least the same files cost: DuckDB's own CSV-to-Parquet copy of the same
rows, and pugixml's bare parse of the same XML.

A synthetic council sends the files; its quarterly lists are put together as one large one, as a first
delivery of all history would be. Whole processes are timed, in turn, from start to the last byte on
disk; the figures are medians and what is compared is ratios.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COPY = """import duckdb, sys
duckdb.sql(f"set threads to {sys.argv[3]}")
duckdb.sql(f"copy (select * from read_csv('{sys.argv[1]}', header=true, all_varchar=true)) "
           f"to '{sys.argv[2]}' (format parquet)")"""


def run(command, allowed=(0,)):
    """Wall seconds and peak memory in MiB of one process; stops on failure."""
    began = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in allowed:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def one_list(folder, feed, times):
    """All deliveries of a list as one file, so many times over; the header once."""
    path = folder / f"{feed}_2022-04-01_2025-03-31.csv"
    parts = sorted((folder / "council/files").glob(f"{feed}_*.csv"))
    with open(path, "wb") as whole:
        whole.write(parts[0].read_bytes().split(b"\n", 1)[0] + b"\n")
        for _ in range(times):
            for part in parts:
                whole.write(part.read_bytes().split(b"\n", 1)[1])
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=ROOT / "build/hearth", type=pathlib.Path)
    parser.add_argument("--families", default=50_000, type=int)
    parser.add_argument("--times", default=4, type=int, help="the list so many times over")
    parser.add_argument("--rounds", default=5, type=int)
    parser.add_argument("--feed", default="benefits")
    options = parser.parse_args()
    threads = str(os.cpu_count())

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        seconds, memory = run([options.hearth, "simulate", "--families", options.families, "--seed",
                               "1", "--errors", "none", "--out", folder / "council"])
        print(f"simulate {options.families} families: {seconds:.1f} s, {memory:.0f} MiB")
        table = one_list(folder, options.feed, options.times)
        xml = folder / "council/files/cin_2024.xml"
        bare = folder / "bare_parse"
        subprocess.run(["g++", "-O2", "-std=c++20", HERE / "bare_parse.cc", "-lpugixml", "-o", bare],
                       check=True)
        sides = {
            "hearth load, CSV to a store": lambda n: [
                options.hearth, "load", "--store", folder / f"store{n}", "--feed", options.feed,
                "--started", "2022-04-01", table],
            "DuckDB, CSV to Parquet": lambda n: [sys.executable, "-c", COPY, table,
                                                 folder / f"copy{n}.parquet", threads],
            "hearth load, XML to a store": lambda n: [
                options.hearth, "load", "--store", folder / f"need{n}", "--feed",
                "children-in-need", "--started", "2022-04-01", xml],
            "pugixml, bare parse": lambda n: [bare, xml],
        }
        taken = {side: [] for side in sides}
        memory = {side: 0 for side in sides}
        for number in range(options.rounds):
            for side, command in sides.items():
                seconds, peak = run(command(number), allowed=(0, 4))
                taken[side].append(seconds)
                memory[side] = max(memory[side], peak)
            for left in list(folder.glob("store*")) + list(folder.glob("need*")):
                shutil.rmtree(left)
        rows = sum(1 for _ in open(table, "rb")) - 1
        print(f"{rows} rows, {table.stat().st_size / 2**20:.0f} MiB of CSV; "
              f"{xml.stat().st_size / 2**20:.1f} MiB of XML")
        for side, seconds in taken.items():
            print(f"{side}: {statistics.median(seconds):.2f} s "
                  f"({min(seconds):.2f} to {max(seconds):.2f}), {memory[side]:.0f} MiB")
        middle = [statistics.median(seconds) for seconds in taken.values()]
        print(f"CSV: {middle[0] / middle[1]:.2f} times DuckDB's copy")
        print(f"XML: {middle[2] / middle[3]:.1f} times the bare parse, "
              f"{xml.stat().st_size / 2**20 / middle[2]:.1f} MiB/s")


if __name__ == "__main__":
    main()
