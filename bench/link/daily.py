#!/usr/bin/env python3
"""What `hearth link --store` costs after a daily load, against what a run over everything costs.

A council is made up and loaded into a store, but for some people of one agency, about a thousandth of
all that is told; that is linked (everything), then loaded and linked (the day), then everything is looked
at again by the same model. Processor time of the whole process, with one thread, user and system; of the
day the median of several runs: the first over the store as linking left it, the others over copies. A copy
is written a whole file at once, nearly as hearth writes: of files that were written in small pieces the
system has small pages in memory, and to look anywhere among those takes longer.
"""

import argparse
import csv
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FEEDS = ["asb", "case-notes", "debt-advice", "early-help", "early-years", "education-other",
         "exploitation-panel", "health-visiting", "homelessness", "hospital", "marac", "missing", "nccis",
         "police-crime", "police-incidents", "probation", "programmes", "rent-arrears", "school-meals",
         "scores", "send", "suspensions", "youth-justice"]
HELD = "benefits"  # the agency whose day is loaded last


def run(hearth, *words):
    """Standard output and the processor seconds of one process; stops on failure."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([hearth, *map(str, words)], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        out.seek(0), err.seek(0)
        text = out.read().decode()
        if os.waitstatus_to_exitcode(status) not in (0, 4):
            sys.exit(text + err.read().decode(errors="replace")[-2000:])
        return text, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def hold_back(files, held, share):
    """Moves all rows of every so many-th person of these files into one file of the last day."""
    header, kept_back = None, []
    for path in files:
        with open(path, newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file))
        header = rows[0]
        is_held = lambda row: zlib.crc32(row[0].encode()) % share == 0
        kept_back += [row for row in rows[1:] if is_held(row)]
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header] + [row for row in rows[1:] if not is_held(row)])
    with open(held, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header] + kept_back)


def copy_whole(source, target):
    pathlib.Path(target).write_bytes(pathlib.Path(source).read_bytes())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hearth", default=ROOT / "build" / "hearth")
    parser.add_argument("--families", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=100, help="every so many-th person of the agency")
    parser.add_argument("--rounds", type=int, default=5, help="so often the day is linked")
    parser.add_argument("--work", help="a folder to keep; a passing one if not given")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        work = pathlib.Path(options.work or passing)
        council, store = work / "council", work / "store"
        run(options.hearth, "simulate", "--families", options.families, "--out", council)
        files = lambda feed: sorted((council / "files").glob(f"{feed}_*"))
        day = work / f"{HELD}_2025-04-01_2025-04-01.csv"
        hold_back(files(HELD), day, options.every)
        load = lambda feed, paths: run(options.hearth, "load", "--store", store, "--feed", feed,
                                       "--started", "2022-04-01", *paths)
        for feed in filter(files, FEEDS + [HELD]):
            load(feed, files(feed))
        link = lambda *words: run(options.hearth, "link", "--threads", 1, "--store", store, *words)
        results = [("everything", *link())]
        load(HELD, [day])
        shutil.copytree(store, work / "before", copy_function=copy_whole)
        days = [link()]
        for _ in range(options.rounds - 1):
            shutil.rmtree(store)
            shutil.copytree(work / "before", store, copy_function=copy_whole)
            days.append(link())
        seconds = sorted(spent for _, spent, _ in days)
        results += [("the day", days[-1][0], statistics.median(seconds), days[-1][2]),
                    ("everything anew", *link("--anew"))]
        whole = results[-1][2]
        for name, text, spent, peak in results:
            rows, known = re.search(r"(\d+) different sightings that are new, (\d+) in all", text).groups()
            print(f"{name}: {rows} new of {known} sightings, {spent:.3f} s of processor time "
                  f"({100 * spent / whole:.2f}% of everything anew), {peak:.0f} MiB")
            print("  " + text.strip().splitlines()[-1])
        print(f"the day, {options.rounds} times: {seconds[0]:.3f} to {seconds[-1]:.3f} s; over the store as it was "
              f"left {days[0][1]:.3f} s")


if __name__ == "__main__":
    main()
