#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the shared acceptance scripts. Each prints a line for what falls short."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACCEPT = ROOT.parent / "shared" / "accept"
HOLD = ["csv", "formats", "surveys"]


def main() -> int:
    passed = failed = 0
    for name in HOLD:
        done = subprocess.run([sys.executable, str(ACCEPT / name)], cwd=ROOT, capture_output=True, text=True)
        counts = re.search(r"^(\d+) hold, (\d+) fall short$", done.stdout, re.M)
        if not counts:
            print(f"{name}: no verdict\n{done.stdout[-500:]}{done.stderr[-500:]}")
            failed += 1
            continue
        if counts.group(2) != "0":
            print(f"{name}:\n{done.stdout}")
        passed += int(counts.group(1))
        failed += int(counts.group(2))
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
