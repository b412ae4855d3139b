# SPDX-License-Identifier: Apache-2.0
"""Questions against segment columns, from the command line and from a study, in every format that has them."""
import json
import unittest

from topline import Case

ASKED = ["--column", "Recommend=nps", "--column", "Channel=choice", "--audience", "customer", "--by", "Team", "--crosstabs"]


def survey():
    """Sixty of North and forty of South: promoters 30 and 10, passives 15 and 15, detractors 15 and 15."""
    rows = ["Recommend,Channel,Team"]
    for team, counts in (("North", (30, 15, 15)), ("南方区", (10, 15, 15))):
        for score, count in zip((10, 8, 2), counts):
            rows += [f"{score},{'电话' if i % 2 else 'Mail'},{team}" for i in range(count)]
    return "\n".join(rows) + "\n"


class Crosstabs(Case):
    def setUp(self):
        super().setUp()
        self.path = self.write("people.csv", survey())

    def test_json(self):
        first, second = self.report(self.path, *ASKED)["crosstabs"]
        self.assertEqual((first["question"], first["by"], first["wave"], first["n"]), ("Recommend", "Team", None, 100))
        self.assertEqual(first["answers"], ["detractors", "passives", "promoters"])
        self.assertEqual([s["counts"] for s in first["segments"]], [[15, 15, 30], [15, 15, 10]])
        self.assertEqual([s["percent"] for s in first["segments"]], [[25, 25, 50], [37.5, 37.5, 25]])
        self.assertEqual(first["total"]["counts"], [30, 30, 40])
        # Expected 18, 18, 24 and 12, 12, 16: 2 · (9/18 + 9/12) + 36/24 + 36/16 = 6.25.
        self.assertAlmostEqual(first["chi_squared"], 6.25, 9)
        self.assertEqual(first["df"], 2)
        self.assertAlmostEqual(first["cramers_v"], 0.25, 9)
        self.assertAlmostEqual(first["p"], 0.0439369336234, 12)  # exp(-6.25/2)
        self.assertAlmostEqual(first["p_adjusted"], 2 * first["p"], 11)
        self.assertEqual((first["verdict"], second["question"]), ("not_clear", "Channel"))

    def test_text_aligns_wide_characters_and_says_the_test(self):
        text = self.done("report", self.path, *ASKED)
        lines = text.split("\n")
        at = lines.index("“Recommend” by Team")
        self.assertEqual(lines[at + 1:at + 6], [
            "               North    南方区      total",
            "detractors  15   25%  15   38%   30   30%",
            "passives    15   25%  15   38%   30   30%",
            "promoters   30   50%  10   25%   40   40%",
            "n           60        40        100"])
        self.assertIn("no clear difference: χ²(2, n = 100) = 6.25, p = 0.044; over all questions by Team p = 0.088", " ".join(text.split()))
        chinese = self.done("report", self.path, *ASKED, "--lang", "zh-CN")
        for words in ("“Recommend”，按Team", "合计", "差异不显著：χ²(2, n = 100) = 6.25，p = 0.044", "Cramér V 0.250"):
            self.assertIn(words, chinese)
        narrow = self.done("report", self.path, *ASKED, env={"COLUMNS": "40"})
        self.assertIn("promoters   30   50%  10   25%\n", narrow)
        self.assertIn("promoters    40   40%\n", narrow)

    def test_markdown(self):
        markdown = self.done("report", self.path, *ASKED, "--format", "md")
        self.assertIn("## “Recommend” by Team\n", markdown)
        self.assertIn("|  | North | 南方区 | total |\n", markdown)
        self.assertIn("| promoters | 30 (50%) | 10 (25%) | 40 (40%) |\n", markdown)
        self.assertIn("| n | 60 | 40 | 100 |\n", markdown)

    def test_study_and_tally_ask_for_them_too(self):
        asked = self.report(self.path, *ASKED)["crosstabs"]
        study = self.write("study.json", json.dumps({
            "columns": [{"name": "Recommend", "role": "nps"}, {"name": "Channel", "role": "choice"}],
            "audience": "customer", "by": ["Team"], "crosstabs": True}))
        self.assertEqual(self.report(self.path, "--study", study)["crosstabs"], asked)
        tally = self.folder / "people.tally"
        self.done("tally", self.path, *ASKED, "--output", tally)
        self.assertEqual(self.report(tally)["crosstabs"], asked)

    def test_small_teams_are_left_out_and_that_is_said(self):
        path = self.write("few.csv", survey() + "9,Mail,Board\n10,Mail,Board\n3,Mail,Board\n")
        asked = [word.replace("customer", "employee") for word in ASKED]
        self.assertNotIn("Board", json.dumps(self.report(path, *asked)["crosstabs"]))
        self.assertIn("Groups left out, so that nobody can be told apart: 2.", self.done("report", path, *asked))


if __name__ == "__main__":
    unittest.main()
