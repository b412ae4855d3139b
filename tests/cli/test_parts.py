# SPDX-License-Identifier: Apache-2.0
"""Threads, parts, files and pipes: whatever way the bytes come, the report is the same."""
import json
import random
import unittest

from topline import Case, call


def quoted_survey(rows, seed=1):
    """Long quoted cells full of line ends and delimiters, so that ranges begin inside them."""
    rng = random.Random(seed)
    lines = ["id,department,recommend,comment"]
    for i in range(rows):
        comment = "\n".join(",".join("x" * rng.randrange(9) for _ in range(4)) for _ in range(rng.randrange(12)))
        comment = comment.replace("xxx", '""')
        lines.append(f'{i},{rng.choice(["Sales", "IT", "Ops"])},{rng.randrange(11)},"{comment}"')
    return "\n".join(lines) + "\n"


OPTIONS = ("--column", "recommend=nps", "--by", "department", "--format", "json")


class Parts(Case):
    def setUp(self):
        super().setUp()
        self.big = self.write("big.csv", quoted_survey(9000))
        self.whole = self.done("report", self.big, *OPTIONS, "--threads", "1")

    def test_threads_change_nothing(self):
        for threads in (2, 3, 8, 37):
            self.assertEqual(self.done("report", self.big, *OPTIONS, "--threads", threads), self.whole)

    def test_one_record_over_many_ranges(self):
        path = self.write("long.csv", 'id,department,recommend,comment\n1,IT,9,"' + "a,b\n" * 100_000 + '"\n2,IT,3,x\n')
        one = self.done("report", path, *OPTIONS, "--threads", "1")
        self.assertEqual(self.done("report", path, *OPTIONS, "--threads", "9"), one)

    def test_parts_of_a_file_add_up(self):
        for count in (2, 5):
            tallies = []
            for k in range(1, count + 1):
                path = self.folder / f"{k}of{count}.json"
                self.done("tally", self.big, *OPTIONS[:4], "--part", f"{k}/{count}", "-o", path)
                tallies.append(path)
            random.Random(count).shuffle(tallies)
            self.assertEqual(self.done("report", *tallies, *OPTIONS), self.whole)
            merged = self.done("merge", *tallies)
            self.assertEqual(self.done("report", "-", *OPTIONS, stdin=merged), self.whole)

    def test_merge_is_the_tally_of_the_whole(self):
        whole = self.done("tally", self.big, *OPTIONS[:4])
        parts = [self.done("tally", self.big, *OPTIONS[:4], "--part", f"{k}/3") for k in (1, 2, 3)]
        paths = [self.write(f"{k}.json", part) for k, part in enumerate(parts)]
        self.assertEqual(self.done("merge", *reversed(paths)), whole)
        self.assertEqual(self.done("merge", self.write("merged.json", whole)), whole)

    def test_a_missing_part_is_said(self):
        path = self.folder / "1.json"
        self.done("tally", self.big, *OPTIONS[:4], "--part", "1/2", "-o", path)
        self.fails(3, "report", path, *OPTIONS)

    def test_plans_that_differ_are_refused(self):
        a, b = self.folder / "a.json", self.folder / "b.json"
        self.done("tally", self.big, "--by", "department", "--part", "1/2", "-o", a)
        self.done("tally", self.big, "--part", "2/2", "-o", b)
        self.fails(3, "merge", a, b)

    def test_two_files_are_one_table(self):
        other = self.write("other.csv", quoted_survey(2000, seed=2))
        both = self.done("report", self.big, other, *OPTIONS, "--threads", "1")
        self.assertEqual(sum(i["rows"]["read"] for i in json.loads(both)["inputs"]), 11000)
        self.assertEqual(self.done("report", other, self.big, *OPTIONS, "--threads", "3"), both)

    def test_files_of_the_same_name_are_told_apart(self):
        (self.folder / "a").mkdir()
        (self.folder / "b").mkdir()
        for folder in "ab":
            self.write(f"{folder}/x.csv", f"department,recommend\n{folder},9\n")
        report = json.loads(self.done("report", "a/x.csv", "b/x.csv", "--format", "json", cwd=self.folder))
        self.assertEqual([i["name"] for i in report["inputs"]], ["a/x.csv", "b/x.csv"])

    def test_a_second_reading_of_a_file_and_of_a_pipe(self):
        # In the first megabyte the ids ascend and tell responses apart; then they come again.
        rows = "".join(f"{i},2026-01-{i % 28 + 1:02d},{i % 11}\n" for i in range(120_000))
        rows += "".join(f"{i % 50},2026-02-01,{i % 11}\n" for i in range(3000))
        text = "Response ID,Submitted,recommend\n" + rows
        path = self.write("late.csv", text)
        arguments = ("--column", "recommend=nps", "--format", "json")
        run = call("report", path, *arguments, "--verbose")
        self.assertIn(b"2 passes", run.stderr)
        from_file = json.loads(run.stdout)
        self.assertGreater(from_file["inputs"][0]["rows"]["duplicate"], 0)
        self.assertEqual(self.done("report", path, *arguments, "--threads", "4"), run.stdout.decode())
        piped = json.loads(self.done("report", "-", *arguments, stdin=text))
        for measure in from_file["measures"] + piped["measures"]:
            measure["table"] = ""
        self.assertEqual(from_file["measures"], piped["measures"])

    def test_verbose_says_what_was_read(self):
        run = call("report", self.big, *OPTIONS, "--threads", "3", "--verbose")
        self.assertIn(b"3 threads", run.stderr)
        self.assertEqual(run.stdout.decode(), self.whole)


if __name__ == "__main__":
    unittest.main()
