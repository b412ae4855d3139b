# SPDX-License-Identifier: Apache-2.0
import json
import unittest

from topline import NPS, SURVEY, Case, call


class Check(Case):
    def check(self, code, *arguments, **how):
        run = call("check", *arguments, "--quiet", **how)
        self.assertEqual(run.returncode, code, run.stderr.decode() + run.stdout.decode())
        return run.stdout.decode()

    def checks(self, code, *arguments):
        return json.loads(self.check(code, *arguments, "--format", "json"))

    def test_a_gate_is_kept_or_missed(self):
        kept = self.checks(0, self.survey, *NPS, "--fail-under", "nps=-100")
        self.assertEqual((kept["passed"], kept["missed"]), (1, 0))
        missed = self.checks(1, self.survey, *NPS, "--fail-under", "nps=99", "--fail-over", "nps=100")
        self.assertEqual((missed["passed"], missed["missed"]), (1, 1))
        check = missed["checks"][0]
        self.assertEqual((check["gate"], check["measure"], check["limit"], check["passed"]), ("nps=99", "nps", 99, False))
        value = check["value"]
        self.assertLess(check["low"], value)
        self.check(0, self.survey, *NPS, "--fail-under", f"nps={value}")
        self.check(1, self.survey, *NPS, "--fail-under", f"nps={value}", "--gate-on", "low")
        self.check(0, self.survey, *NPS, "--fail-under", f"nps={value}", "--gate-on", "high")

    def test_a_group_or_a_wave_is_picked(self):
        group = self.checks(0, self.survey, *NPS, "--fail-under", "nps[department=sales]=-100")["checks"][0]
        self.assertEqual(group["segment"], {"department": "Sales"})
        both = self.checks(0, self.survey, *NPS, "--wave", "quarter", "--fail-under",
                           "nps[department=Sales,wave=2026-Q1]=-100")["checks"][0]
        self.assertEqual((both["segment"], both["wave"]), ({"department": "Sales"}, "2026-Q1"))

    def test_what_is_absent_or_hidden_misses(self):
        small = self.write("small.csv", SURVEY + "Legal,2026-Q1,9,5\n" * 3)
        hidden = self.checks(1, small, *NPS, "--fail-under", "nps[department=Legal]=-100")["checks"][0]
        self.assertEqual((hidden["value"], hidden["why"]), (None, "hidden"))
        absent = self.checks(1, self.survey, *NPS, "--fail-under", "ltv=1")["checks"][0]
        self.assertEqual(absent["why"], "not_in_report")

    def test_wrong_calls(self):
        self.assertIn("Nearest: nps,", self.fails(2, "check", self.survey, "--fail-under", "npss=3"))
        self.assertIn("--fail-over", self.fails(2, "check", self.survey, "--fail-over", "nps=much"))
        self.assertIn("departmet", self.fails(2, "check", self.survey, "--fail-under", "nps[departmet=Sales]=3"))
        self.assertIn("no gate was set", self.fails(2, "check", self.survey, *NPS, "--quiet"))
        self.assertIn("未设门槛", self.fails(2, "check", self.survey, *NPS, "--quiet", "--lang", "zh-CN"))
        self.fails(3, "check", self.folder / "gone.csv", "--fail-under", "nps=3")

    def test_the_goals_of_the_study(self):
        def study(target, **more):
            return self.write("study.json", json.dumps({"goals": [{"kpi": "nps", "target": target, **more}]}))
        self.check(0, self.survey, *NPS, "--study", study(-100))
        missed = self.checks(1, self.survey, *NPS, "--study", study(99, due="2026-01-31"), "--as-of", "2026-06-30")
        self.assertEqual(missed["checks"][0]["why"], "missed")
        self.assertEqual(missed["checks"][0]["gate"], "goal: nps")
        asked = self.checks(1, self.survey, *NPS, "--study", study("+10%", baseline=1))
        self.assertEqual(asked["checks"][0]["why"], "asked")

    def test_each_file_by_itself(self):
        self.write("a1.csv", SURVEY)
        self.write("a2.csv", "recommend\n" + "10\n" * 40)
        self.write("a3.csv", "")
        text = self.check(1, "--each", self.folder / "a[12].csv", *NPS, "--fail-under", "nps=50")
        self.assertEqual([line.split(": ", 1)[1] for line in text.splitlines()],
                         ["0 passed, 1 missed (nps=50)", "1 passed, 0 missed"])
        text = self.check(3, "--each", self.folder / "a*.csv", *NPS, "--fail-under", "nps=50")
        self.assertEqual(len(text.splitlines()), 3)
        self.assertIn("not checked", text.splitlines()[2])
        result = self.checks(3, "--each", self.folder / "a*.csv", *NPS, "--fail-under", "nps=50")
        self.assertEqual([file["exit"] for file in result["files"]], [1, 0, 3])
        self.assertEqual((result["passed"], result["missed"], result["failed"]), (1, 1, 1))

    def test_columns_line_up_in_chinese(self):
        text = self.check(1, self.survey, *NPS, "--fail-under", "nps=-100", "--fail-under", "nps=100", "--lang", "zh-CN")
        self.assertIn("未通过  nps=100", text)
        self.assertIn("通过    nps=-100", text)
        self.assertIn("通过 1 项，未通过 1 项", text)


if __name__ == "__main__":
    unittest.main()
