#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A room of the core includes only rooms that stand before it, and nothing outside the core."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Each room with what it may include besides itself.
ORDER = ["base", "stats", "study", "encoding", "workbook", "intake", "ingest", "profile", "tally", "measure", "rollout", "report", "sample"]
GROUND = {"base", "stats", "study"}
# The front door and what is behind it may include every room, and no room includes them.
FRONT = {"topline.h", "topline.cpp", "analysis"}


def room_of(path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else parts[-1]


def broken_rules(root: pathlib.Path) -> list[str]:
    broken = []
    for file in sorted((root / "core").rglob("*")):
        if file.suffix not in {".h", ".cpp", ".def"}:
            continue
        name = file.relative_to(root).as_posix()
        room = room_of(name)
        for number, line in enumerate(file.read_text().splitlines(), 1):
            match = re.match(r'#include "([^"]+)"', line)
            if not match:
                continue
            target = match.group(1)
            if not target.startswith("core/"):
                broken.append(f"{name}:{number}: {target} is outside the core")
                continue
            other = room_of(target)
            if room in FRONT or other == room:
                continue
            if other not in ORDER or (other not in GROUND and ORDER.index(other) >= ORDER.index(room)) \
                    or (room in GROUND and ORDER.index(other) >= ORDER.index(room)):
                broken.append(f"{name}:{number}: {room} may not include {target}")
    return broken


def main() -> int:
    broken = broken_rules(ROOT)
    print("\n".join(broken))
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
