#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/cli.md from the built command line's own help.

    scripts/cli_docs.py [EXECUTABLE]     default: build/native/topline"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs/cli.md"
HEAD = """# The command line

<!-- Made by scripts/cli_docs.py from `topline --help`; a test fails where the two differ. -->

NAME is a header's text (blanks around it, case and width don't count), `#3` (the third column) or `@Q1` (an export's own id);
in it `\\=`, `\\:` and `\\\\` stand for `=`, `:` and `\\`. The result goes to standard output, messages and progress to standard error
(progress only on a terminal). Files are written beside their place and renamed into it, so none is ever left half written.

| exit | means |
| --- | --- |
| 0 | done; also where whoever read the output has closed it |
| 1 | `check`: a gate or a goal was missed |
| 2 | the call is wrong: an option, a column, a place to write |
| 3 | an input can't be read or understood: file, line, column, what to do |
| 70 | our own fault |
| 130 | interrupted |
"""


def help_of(exe: str, *command: str) -> str:
    run = subprocess.run([exe, "help", *command], capture_output=True, text=True, check=True,
                         env={"LC_ALL": "C.UTF-8"})
    return run.stdout


def commands(exe: str) -> list[str]:
    listed = help_of(exe).split("Commands\n", 1)[1].split("\n\n", 1)[0]
    return [name for name in re.findall(r"^  (\w+)", listed, re.M) if name != "help"]


def document(exe: str) -> str:
    text = f"{HEAD}\n```\n{help_of(exe)}```\n"
    for command in commands(exe):
        text += f"\n## topline {command}\n\n```\n{help_of(exe, command)}```\n"
    return text


if __name__ == "__main__":
    DOCS.write_text(document(sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "build/native/topline")))
