"""measure.py SECONDS MIB LOG COMMAND…: runs the command and prints its wall seconds, CPU seconds, peak
memory in KiB, exit code, and which limit it was stopped at (`time`, `memory`, or `no`); 0 is no limit.
A small process of its own, because a child's peak starts from its parent's size."""

import os
import subprocess
import sys
import threading
import time

BETWEEN_LOOKS = 0.5  # seconds


def kib_in_use(pid):
    try:
        with open(f"/proc/{pid}/status") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmRSS:")), 0)
    except OSError:
        return 0


def watch(process, seconds, mib, ended, stopped):
    end = time.perf_counter() + seconds
    while not ended.wait(BETWEEN_LOOKS):
        if seconds and time.perf_counter() > end:
            stopped.append("time")
        elif mib and kib_in_use(process.pid) > mib * 1024:
            stopped.append("memory")
        if stopped:
            process.kill()
            return


def main():
    seconds, mib, log, *command = sys.argv[1:]
    ended, stopped = threading.Event(), []
    began = time.perf_counter()
    with open(log, "wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        watcher = threading.Thread(target=watch, args=(process, float(seconds), float(mib), ended, stopped))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        ended.set()
        watcher.join()
    print(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss,
          os.waitstatus_to_exitcode(status), *stopped or ["no"])


main()
