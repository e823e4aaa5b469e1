#!/usr/bin/env python3
"""hearth's intake against the least the same files cost: DuckDB's own CSV-to-Parquet copy of the same
rows, and pugixml's bare parse of the same XML.

A synthetic council sends the files. Its quarterly lists are put together as one large one, as a first
delivery of all history would be, and once more with another person in each row, which is the most that
rows can tell. The census is made larger by telling its children again. Whole processes are timed, in
turn, from start to the last byte on disk, on as many processors as they may use threads; the figures
are medians and what is compared is ratios.
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


def run(command, threads=1, allowed=(0,)):
    """Processor seconds, seconds of the clock and peak memory in MiB of one process."""
    processors = sorted(os.sched_getaffinity(0))[:threads]
    began = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL,
                               preexec_fn=lambda: os.sched_setaffinity(0, processors))
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in allowed:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return (usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss / 1024)


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


def another_person_in_each_row(path):
    """The same list, its first column numbered on."""
    other = path.parent / "people" / path.name
    other.parent.mkdir()
    with open(path, "rb") as rows, open(other, "wb") as out:
        out.write(next(rows))
        for number, row in enumerate(rows):
            out.write(b"%09d," % number + row.split(b",", 1)[1])
    return other


def long_census(folder, mebibytes):
    """The children of one census told again until the file is so long."""
    text = (folder / "council/files/cin_2024.xml").read_bytes()
    first, last = text.index(b"<Child>"), text.rindex(b"</Child>") + len(b"</Child>")
    path = folder / "cin_2024.xml"
    with open(path, "wb") as out:
        out.write(text[:first])
        for _ in range(max(1, mebibytes * 2**20 // (last - first))):
            out.write(text[first:last] + b"\n")
        out.write(text[last:])
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hearth", default=ROOT / "build/hearth", type=pathlib.Path)
    parser.add_argument("--families", default=50_000, type=int)
    parser.add_argument("--times", default=4, type=int, help="the list so many times over")
    parser.add_argument("--xml", default=50, type=int, help="MiB of the census")
    parser.add_argument("--rounds", default=5, type=int)
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--feed", default="benefits")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        taken = run([options.hearth, "simulate", "--families", options.families, "--seed", "1",
                     "--errors", "none", "--out", folder / "council"])
        print(f"simulate {options.families} families: {taken[0]:.1f} s, {taken[2]:.0f} MiB")
        bare = folder / "bare_parse"
        subprocess.run(["g++", "-O2", "-std=c++20", HERE / "bare_parse.cc", "-lpugixml", "-o", bare],
                       check=True)
        table = one_list(folder, options.feed, options.times)
        people = another_person_in_each_row(table)
        xml = long_census(folder, options.xml)

        def load(feed, file):
            return lambda _: [options.hearth, "load", "--store", folder / "store", "--feed", feed,
                              "--started", "2022-04-01", file]

        def copy(file):
            return lambda threads: [sys.executable, "-c", COPY, file, folder / "copy.parquet",
                                    threads]

        pairs = {
            "list": (table, load(options.feed, table), copy(table)),
            "list, another person in each row": (people, load(options.feed, people), copy(people)),
            "census, against a bare parse": (xml, load("children-in-need", xml),
                                             lambda _: [bare, xml]),
        }
        for title, (file, hearth, other) in pairs.items():
            size = file.stat().st_size / 2**20
            with open(file, "rb") as lines:
                print(f"\n{title}: {size:.0f} MiB, {sum(1 for _ in lines)} lines")
            for threads in map(int, options.threads.split(",")):
                sides = {"hearth": [], "other": []}
                for _ in range(options.rounds):
                    shutil.rmtree(folder / "store", ignore_errors=True)
                    sides["hearth"].append(run(hearth(threads), threads, allowed=(0, 4)))
                    sides["other"].append(run(other(threads), threads))
                middle = {side: [statistics.median(values) for values in zip(*runs)]
                          for side, runs in sides.items()}
                for side, (processor, clock, memory) in middle.items():
                    print(f"  {threads} threads, {side}: {processor:.2f} s of processor, "
                          f"{clock:.2f} s, {memory:.0f} MiB, {size / clock:.0f} MiB/s")
                print(f"  {threads} threads, ratio: {middle['hearth'][0] / middle['other'][0]:.2f} "
                      f"of processor, {middle['hearth'][1] / middle['other'][1]:.2f} of the clock",
                      flush=True)


if __name__ == "__main__":
    main()
