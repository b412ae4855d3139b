# SPDX-License-Identifier: Apache-2.0
"""Planning the next wave: the figures of statistics.md, and what a table brings."""
import json

from topline import NPS, Case


class Plan(Case):
    def plan(self, *arguments):
        return json.loads(self.done("plan", *arguments, "--format", "json"))["plan"]

    def test_the_answers_for_a_margin(self):
        plan = self.plan("--margin-of-error", "5", "--margin-of-error", "10")
        self.assertEqual([each["answers"] for each in plan["margins"]], [858, 213])
        self.assertNotIn("invitations", plan["margins"][0])
        plan = self.plan("--margin-of-error", "5", "--population", "800", "--response-rate", "30%")
        self.assertEqual(plan["margins"], [{"margin": 5, "answers": 415, "invitations": 1384}])

    def test_power_and_detectable_differences_agree(self):
        plan = self.plan("--answers", "300", "--difference", "10")
        size = plan["sizes"][0]
        self.assertEqual(size["answers"], 300)
        needed = plan["differences"][0]["answers_each"]
        self.assertEqual(needed > 300, size["power"][0] < 0.8)
        self.assertEqual(needed > 300, size["detectable"] > 10)

    def test_a_table_brings_its_variance_and_its_answers(self):
        report = self.report(self.survey, *NPS)
        headline = next(each for each in report["measures"] if each["id"] == "nps" and each.get("headline"))
        n = headline["n"]
        p, d = (headline["parts"][part] / n for part in ("promoters", "detractors"))
        plan = self.plan(self.survey, *NPS)
        self.assertAlmostEqual(plan["variance"], p + d - (p - d) ** 2, 10)
        self.assertEqual(plan["answers_before"], n)
        self.assertEqual(plan["measured_in"], "survey.csv")
        csat = self.plan(self.survey, "--score", "csat")
        self.assertEqual(csat["score"], "share")
        self.assertNotIn("variance", csat)

    def test_a_table_without_a_score_says_what_to_do(self):
        path = self.write("words.csv", "name,remark\nAnn,good\nBob,bad\n")
        self.assertIn("--column", self.fails(3, "plan", path))

    def test_wrong_values_name_their_option(self):
        self.assertIn("--power", self.fails(2, "plan", "--power", "2"))
        self.assertIn("--share", self.fails(2, "plan", "--share", "many"))
        self.assertIn("--margin-of-error", self.fails(2, "plan", "--margin-of-error", "0"))
        self.assertIn("--answers", self.fails(2, "plan", "--answers", "900", "--population", "800"))

    def test_both_languages(self):
        self.assertRegex(self.done("plan"), r"±5 points +858")
        self.assertRegex(self.done("plan", "--lang", "zh-CN"), r"±5 点 +858")
        self.assertIn("plan", self.done("help"))
