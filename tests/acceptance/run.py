#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the shared acceptance scripts and counts what must hold by now.

Each script prints a line for what falls short. Formats and encodings that a later issue brings are
named in PENDING; anything else that falls short is a failure, and so is a PENDING line that holds
(then it has to leave the list)."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACCEPT = ROOT.parent / "shared" / "accept"

PENDING = {
    "csv": ["csvkit__test_latin1", "csvkit__test_utf16_big", "csvkit__test_utf16_little"],
    "surveys": ["nolicence/wjx", "wjx:"],
}


def main() -> int:
    passed = failed = 0
    for name, pending in PENDING.items():
        script = ACCEPT / name
        done = subprocess.run([sys.executable, str(script)], cwd=ROOT, capture_output=True, text=True)
        lines = done.stdout.splitlines()
        counts = re.search(r"^(\d+) hold, (\d+) fall short$", done.stdout, re.M)
        if not counts:
            print(f"{name}: no verdict\n{done.stdout[-500:]}{done.stderr[-500:]}")
            failed += 1
            continue
        short = [line[3:] for line in lines if line.startswith(" - ")]
        unexpected = [line for line in short if not any(line.startswith(p) for p in pending)]
        seen = [p for p in pending if any(line.startswith(p) for line in short)]
        for line in unexpected:
            print(f"{name}: {line}")
        for entry in set(pending) - set(seen):
            print(f"{name}: {entry} holds now: take it off PENDING")
        passed += int(counts.group(1))
        failed += len(unexpected) + len(set(pending) - set(seen))
        print(f"{name}: {counts.group(1)} hold, {len(short) - len(unexpected)} pending a later issue")
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
