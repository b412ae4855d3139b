# SPDX-License-Identifier: Apache-2.0
"""Calls the built command line as a script would."""
import json
import os
import pathlib
import pty
import select
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXE = os.environ.get("TOPLINE_CLI", str(ROOT / "build/native/topline"))
# English, a plain terminal, nothing of the machine's.
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}

SURVEY = """department,quarter,recommend,overall satisfaction
""" + "".join(
    f"{['Sales', 'Support', 'IT'][i % 3]},2026-Q{1 + i % 2},{i * 7 % 11},{1 + i * 3 % 5}\n"
    for i in range(120))
NPS = ("--column", "recommend=nps")


def call(*arguments, stdin=None, env=None, cwd=None, timeout=120):
    data = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run([EXE, *map(str, arguments)], capture_output=True, input=data or b"",
                          env={**ENVIRONMENT, **(env or {})}, cwd=cwd, timeout=timeout)


def on_terminal(*arguments, env=None, columns=100, stderr_only=False, cwd=None):
    """Runs with standard error (and output) on a pseudo-terminal; gives the code and what came."""
    leader, follower = pty.openpty()
    os.set_blocking(leader, False)
    process = subprocess.Popen(
        [EXE, *map(str, arguments)], stdin=subprocess.DEVNULL, cwd=cwd,
        stdout=subprocess.DEVNULL if stderr_only else follower, stderr=follower,
        env={**ENVIRONMENT, "COLUMNS": str(columns), **(env or {})})
    os.close(follower)
    text = b""
    while True:
        select.select([leader], [], [], 0.2)
        try:
            piece = os.read(leader, 65536)
        except BlockingIOError:
            piece = None
        except OSError:  # the other end is closed
            break
        if piece == b"":
            break
        text += piece or b""
    os.close(leader)
    return process.wait(), text.decode().replace("\r\n", "\n")


class Case(unittest.TestCase):
    """A test with a folder of its own that holds survey.csv."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.survey = self.write("survey.csv", SURVEY)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def done(self, *arguments, **how):
        run = call(*arguments, **how)
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        return run.stdout.decode()

    def report(self, *arguments, **how):
        return json.loads(self.done("report", *arguments, "--format", "json", **how))

    def fails(self, code, *arguments, **how):
        """The message on standard error; nothing may stand on standard output."""
        run = call(*arguments, **how)
        self.assertEqual(run.returncode, code, run.stderr.decode())
        self.assertEqual(run.stdout, b"")
        self.assertTrue(run.stderr.startswith(b"topline: "), run.stderr)
        self.assertEqual(run.stderr.count(b"\n"), 1, run.stderr)
        return run.stderr.decode()


def nps(report, segment=None, wave=None):
    for measure in report["measures"]:
        if measure["id"] == "nps" and measure["segment"] == (segment or {}) and measure["wave"] == wave:
            return measure
    raise AssertionError(f"no NPS of {segment} {wave}")
