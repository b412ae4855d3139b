# SPDX-License-Identifier: Apache-2.0
import json
import os
import signal
import stat
import subprocess
import time
import unittest

from topline import ENVIRONMENT, EXE, NPS, SURVEY, Case, call


class WrongCalls(Case):
    def test_a_slip_of_a_command(self):
        self.assertIn("Did you mean: report", self.fails(2, "repot", self.survey))
        self.assertIn("Did you mean", self.fails(2, "no-such-file.csv"))

    def test_options(self):
        self.assertIn("--columns", self.fails(2, "report", self.survey, "--columns", "x"))
        self.assertIn("--column", self.fails(2, "report", self.survey, "--columns", "x"))
        self.assertIn("text, json, md, csv", self.fails(2, "report", self.survey, "--format", "xml"))
        self.assertIn("--by needs a value", self.fails(2, "report", self.survey, "--by"))
        self.assertIn("--confidence", self.fails(2, "report", self.survey, "--confidence", "2"))
        self.assertIn("--cross", self.fails(2, "report", self.survey, "--cross", "department"))
        self.assertIn("NAME=ROLE", self.fails(2, "report", self.survey, "--column", "recommend"))
        self.assertIn("--part", self.fails(2, "tally", self.survey, "--part", "3/2"))
        self.assertIn("--part", self.fails(2, "tally", "-", "--part", "1/2", stdin=SURVEY))
        self.fails(2, "report", "-", "-", stdin=SURVEY)
        self.fails(2, "report")

    def test_unknown_and_ambiguous_columns(self):
        self.assertIn("department", self.fails(2, "report", self.survey, "--by", "departmen"))
        twice = self.write("twice.csv", "a,a\n1,2\n3,4\n")
        self.assertIn("#", self.fails(2, "report", twice, "--by", "a"))

    def test_no_argument_shows_the_commands(self):
        run = call()
        self.assertEqual((run.returncode, run.stdout), (2, b""))
        self.assertIn(b"Commands", run.stderr)


class BadInputs(Case):
    def test_what_cannot_be_read(self):
        self.assertIn("nowhere.csv", self.fails(3, "report", self.folder / "nowhere.csv"))
        self.assertIn("directory", self.fails(3, "report", self.folder))
        self.assertIn("empty", self.fails(3, "report", self.write("empty.csv", "")))
        self.assertIn("no XLSX or ODS workbook", self.fails(3, "report", self.write("x.xlsx", b"PK\x03\x04" + b"x" * 100)))
        self.assertIn("PDF", self.fails(3, "report", self.write("x.csv", b"%PDF-1.7" + b"x" * 100)))
        self.assertIn("XLSX", self.fails(3, "rows", self.write("x.csv", b"PK\x03\x04" + b"x" * 100)))
        self.assertIn("t.json", self.fails(3, "merge", self.write("t.json", "{}")))

    def test_one_bad_input_of_two(self):
        self.assertIn("nowhere", self.fails(3, "report", self.survey, self.folder / "nowhere.csv"))


class Help(Case):
    def test_every_way_to_ask(self):
        for command in ("report", "inspect", "rows", "explain", "tally", "merge", "template", "sample"):
            text = self.done("help", command)
            self.assertEqual(text, self.done(command, "--help"))
            self.assertEqual(text, self.done(command, "-h"))
            self.assertIn("Examples\n  topline ", text)
            self.assertIn(f"  {command} ", self.done("help"))
        self.assertEqual(self.done("--help"), self.done("help"))
        self.assertEqual(self.done("-h"), self.done("help"))

    def test_help_fits_a_terminal(self):
        for command in ("", "report", "inspect", "rows", "explain", "tally", "merge", "template", "sample"):
            for line in self.done("help", *command.split()).splitlines():
                self.assertLessEqual(len(line), 88, line)

    def test_version(self):
        self.assertRegex(self.done("--version"), r"^topline \d+\.\d+\.\d+\n$")
        self.assertEqual(self.done("report", "--version"), self.done("--version"))


class Files(Case):
    def test_the_format_follows_the_ending(self):
        for ending, begins in (("json", "{"), ("md", "# "), ("csv", "\ufeffid,"), ("txt", "")):
            path = self.folder / f"out.{ending}"
            self.assertEqual(self.done("report", self.survey, *NPS, "-o", path), "")
            self.assertTrue(path.read_text().startswith(begins))
            self.assertNotIn("\x1b", path.read_text())
        path = self.folder / "told.csv"
        self.done("report", self.survey, *NPS, "-o", path, "--format", "json")
        json.loads(path.read_text())

    def test_nothing_partial_is_left(self):
        out = self.write("out.json", "before")
        self.fails(3, "report", self.folder / "nowhere.csv", "-o", out)
        self.assertEqual(out.read_text(), "before")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["out.json", "survey.csv"])

    def test_rights_and_links_are_kept(self):
        out = self.write("out.json", "before")
        out.chmod(0o640)
        link = self.folder / "link.json"
        link.symlink_to(out)
        self.done("report", self.survey, *NPS, "-o", link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(stat.S_IMODE(out.stat().st_mode), 0o640)
        json.loads(out.read_text())

    def test_a_new_file_obeys_the_umask(self):
        before = os.umask(0o027)
        try:
            self.done("report", self.survey, *NPS, "-o", self.folder / "new.json")
        finally:
            os.umask(before)
        self.assertEqual(stat.S_IMODE((self.folder / "new.json").stat().st_mode), 0o640)

    def test_what_cannot_be_written(self):
        self.assertIn("cannot be written", self.fails(2, "report", self.survey, *NPS, "-o", self.folder / "no" / "x.json"))
        self.assertIn("cannot be written", self.fails(2, "report", self.survey, *NPS, "-o", self.folder))

    def test_devices_are_written_straight(self):
        self.assertEqual(self.done("report", self.survey, *NPS, "-o", "/dev/null"), "")

    def test_a_full_disk_is_said(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        run = subprocess.run([EXE, "report", str(self.survey), "--format", "json"], env=ENVIRONMENT,
                             stdout=open("/dev/full", "w"), stderr=subprocess.PIPE)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"cannot be written", run.stderr)


class Ends(Case):
    def test_a_closed_pipe_is_quiet(self):
        big = self.write("big.csv", "a,b\n" + "1,2\n" * 300_000)
        run = subprocess.Popen([EXE, "rows", str(big)], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        run.stdout.readline()
        run.stdout.close()
        self.assertEqual(run.stderr.read(), b"")
        run.stderr.close()
        self.assertEqual(run.wait(timeout=30), 0)

    def interrupt(self, number, code):
        out = self.folder / "out.csv"
        run = subprocess.Popen([EXE, "rows", "-", "--format", "csv", "-o", str(out)], env=ENVIRONMENT,
                               stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        run.stdin.write(b"a,b\n" + b"1,2\n" * 600_000)
        run.stdin.flush()
        deadline = time.time() + 20
        while not list(self.folder.glob("out.csv.*")) and time.time() < deadline:
            time.sleep(0.02)
        self.assertTrue(list(self.folder.glob("out.csv.*")), "it never began to write")
        run.send_signal(number)
        self.assertEqual(run.wait(timeout=30), code)
        run.stdin.close()
        self.assertEqual(run.stderr.read(), b"")
        run.stderr.close()
        self.assertEqual([p.name for p in self.folder.iterdir()], ["survey.csv"])

    def test_an_interrupt_ends_with_130_and_leaves_nothing(self):
        self.interrupt(signal.SIGINT, 130)

    def test_a_kill_leaves_nothing_either(self):
        self.interrupt(signal.SIGTERM, 143)


if __name__ == "__main__":
    unittest.main()
