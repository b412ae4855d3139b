# SPDX-License-Identifier: Apache-2.0
"""Open answers, from the command line and from a study, in every format."""
import csv
import io
import json
import unittest

from topline import Case, call

SAID = {10: ["Great support", "great team", "客服很好"], 8: ["fine so far", "价格有点贵", ""],
        2: ["so slow", "Slow! Mail me: ann@example.com", "太慢了"]}


def survey():
    """90 people: thirty promoters, passives and detractors."""
    rows = ["Recommend,Team,Why?"]
    for i in range(90):
        score = (10, 8, 2)[i % 3]
        said = SAID[score][i // 3 % 3]
        rows.append(f'{score},{"AB"[i % 2]},"{said}"')
    return "\n".join(rows) + "\n"


ASKED = ["--column", "Recommend=nps", "--column", "Why?=text", "--comments", "Why?", "--theme", "Speed=slow*,慢",
         "--theme", "Price=price,贵", "--quotes", "4"]


class Comments(Case):
    def setUp(self):
        super().setUp()
        self.path = self.write("people.csv", survey())

    def test_json_has_themes_by_group_terms_and_quotes(self):
        report = self.report(self.path, *ASKED)
        [answers] = report["open_answers"]
        self.assertEqual((answers["question"], answers["score_question"], answers["base"]), ("Why?", "Recommend", 80))
        speed, price = answers["themes"]
        self.assertEqual((speed["n"], speed["groups"]["detractors"]["n"]), (30, 30))
        self.assertEqual((price["n"], price["groups"]["passives"]["n"]), (10, 10))
        self.assertEqual([term["term"] for term in answers["terms"]["promoters"]], ["great", "support", "team"])
        self.assertEqual(answers["terms"]["promoters"][0]["here"], 20)
        self.assertEqual([term["term"] for term in answers["terms"]["detractors"]], ["slow", "mail"])
        self.assertEqual(len(answers["quotes"]), 4)
        self.assertNotIn("ann@example.com", json.dumps(report))

    def test_text_markdown_and_csv_say_them_too(self):
        text = self.done("report", self.path, *ASKED)
        for words in ("Comments: “Why?”", "80 of 90 commented", "Speed", "Words that set promoters apart", "great 20:0"):
            self.assertIn(words, text)
        chinese = self.done("report", self.path, *ASKED, "--lang", "zh-CN")
        for words in ("开放回答", "推荐者的特征词", "随机抽取的留言"):
            self.assertIn(words, chinese)
        markdown = self.done("report", self.path, *ASKED, "--format", "md")
        self.assertIn("| Speed | 30 |", markdown)
        self.assertEqual(markdown.count("\n> "), 4)
        rows = list(csv.DictReader(io.StringIO(self.done("report", self.path, *ASKED, "--format", "csv").lstrip("\ufeff"))))
        themes = [row for row in rows if row["id"] == "comment_theme"]
        self.assertEqual([row["option"] for row in themes], ["Speed", "Price"])
        self.assertEqual((themes[0]["value"], themes[0]["n"]), ("37.5", "80"))

    def test_a_study_says_the_same_and_the_call_holds_over_it(self):
        study = self.write("study.json", json.dumps({"comments": {
            "column": "Why?", "quotes": 4,
            "themes": [{"name": "Speed", "words": ["slow*", "慢"]}, {"name": "Price", "words": ["price", "贵"]}]}}))
        told = ["--column", "Recommend=nps", "--column", "Why?=text"]
        studied = self.report(self.path, *told, "--study", study)
        self.assertEqual(studied["open_answers"], self.report(self.path, *ASKED)["open_answers"])
        other = self.report(self.path, *told, "--study", study, "--quotes", "0", "--theme", "Help=support")
        self.assertEqual([theme["theme"] for theme in other["open_answers"][0]["themes"]], ["Help"])
        self.assertEqual(other["open_answers"][0]["quotes"], [])

    def test_tallies_carry_them(self):
        tally = self.folder / "t.json"
        self.done("tally", self.path, *ASKED, "-o", tally)
        whole = self.report(self.path, *ASKED)
        self.assertEqual(self.report(tally)["open_answers"], whole["open_answers"])

    def test_no_quotes_under_a_filter(self):
        report = self.report(self.path, *ASKED, "--where", "Team=A")
        self.assertEqual(report["open_answers"][0]["quotes"], [])
        self.assertEqual(report["open_answers"][0]["why_no_quotes"], "filtered")
        self.assertIn("would tell whose they are", self.done("report", self.path, *ASKED, "--where", "Team=A"))

    def test_what_is_wrong_is_named(self):
        for call_of, words in ((["--comments", "Wy?"], "Why?"),
                               (["--theme", "Speed=slow"], "--comments"),
                               (["--comments", "Why?", "--theme", "Speed"], "NAME=WORD"),
                               (["--comments", "Why?", "--quotes", "51"], "50"),
                               (["--comments", "Why?", "--column", "Why?=personal"], "personal")):
            done = call("report", self.path, *call_of)
            self.assertEqual(done.returncode, 2, call_of)
            self.assertIn(words, done.stderr.decode(), call_of)


if __name__ == "__main__":
    unittest.main()
