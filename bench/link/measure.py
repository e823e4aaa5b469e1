"""measure.py LOG COMMAND…: runs the command and prints its wall seconds, CPU seconds, peak memory in KiB
and exit code. A small process of its own, because a child's peak starts from its parent's size."""

import os
import subprocess
import sys
import time

began = time.perf_counter()
with open(sys.argv[1], "wb") as said:
    process = subprocess.Popen(sys.argv[2:], stdout=said, stderr=said)
    _, status, usage = os.wait4(process.pid, 0)
print(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss,
      os.waitstatus_to_exitcode(status))
