# SPDX-License-Identifier: Apache-2.0
import csv
import io
import unittest

from topline import NPS, SURVEY, Case, call, nps, on_terminal


class Report(Case):
    def test_known_scores(self):
        path = self.write("q.csv", "Q1\n" + "\n".join("3 5 6 7 8 7 9 10 9 10 9".split()) + "\n")
        measure = nps(self.report(path, "--column", "Q1=nps"))
        self.assertEqual(measure["value"], 18.1818181818)
        self.assertEqual(measure["n"], 11)
        self.assertEqual(measure["parts"], {"detractors": 3, "passives": 3, "promoters": 5})
        self.assertAlmostEqual(measure["interval"]["low"], -30.6, delta=0.05)
        self.assertAlmostEqual(measure["interval"]["high"], 58.8, delta=0.05)

    def test_a_file_alone_is_short_for_report(self):
        self.assertEqual(self.done(self.survey, *NPS), self.done("report", self.survey, *NPS))
        self.assertEqual(self.done("--format", "json", self.survey), self.done("report", self.survey, "--format", "json"))
        self.assertEqual(self.done("-", *NPS, stdin=SURVEY), self.done("report", "-", *NPS, stdin=SURVEY))
        self.assertIn("nps", self.done("report", *NPS, "--format", "json", "--", self.survey))

    def test_standard_input_gives_the_same_measures(self):
        piped = self.report("-", *NPS, "--by", "department", stdin=SURVEY)
        read = self.report(self.survey, *NPS, "--by", "department")
        for measure in piped["measures"] + read["measures"]:
            measure["table"] = ""
        self.assertEqual(piped["measures"], read["measures"])
        self.assertEqual(piped["inputs"][0]["rows"], read["inputs"][0]["rows"])

    def test_segments_waves_and_filters(self):
        report = self.report(self.survey, *NPS, "--by", "department", "--wave", "quarter")
        self.assertEqual(nps(report, {"department": "IT"}, "2026-Q2")["n"], 20)
        report = self.report(self.survey, *NPS, "--where", "department=IT")
        self.assertEqual(nps(report)["n"], 40)
        self.assertEqual(report["inputs"][0]["rows"]["filtered"], 80)
        crossed = self.report(self.survey, *NPS, "--cross", "department", "--cross", "quarter")
        self.assertEqual(nps(crossed, {"department": "IT", "quarter": "2026-Q1"})["n"], 20)

    def test_names_by_number_and_folded_text(self):
        for name in ("#3", "Recommend", "  RECOMMEND "):
            self.assertEqual(nps(self.report(self.survey, "--column", f"{name}=nps"))["column"], 3)

    def test_names_with_marks_are_escaped(self):
        path = self.write("odd.csv", SURVEY.replace("recommend", "a=b: c", 1))
        self.assertEqual(nps(self.report(path, "--column", r"a\=b\: c=nps"))["question"], "a=b: c")

    def test_interval_and_confidence(self):
        wald = nps(self.report(self.survey, *NPS, "--interval", "wald", "--confidence", "0.9"))["interval"]
        self.assertEqual((wald["method"], wald["level"]), ("wald", 0.9))

    def test_csv_and_markdown(self):
        rows = list(csv.DictReader(io.StringIO(self.done("report", self.survey, *NPS, "--format", "csv").lstrip("\ufeff"))))
        self.assertEqual([r["n"] for r in rows if r["id"] == "nps"], ["120"])
        self.assertIn("| **", self.done("report", self.survey, *NPS, "--format", "md"))

    def test_messages_stand_on_standard_error_unless_quiet(self):
        loud = call("report", self.survey, "--format", "json")
        quiet = call("report", self.survey, "--format", "json", "--quiet")
        self.assertEqual(loud.stdout, quiet.stdout)
        self.assertEqual(quiet.stderr, b"")

    def test_small_groups_are_hidden_from_employees_not_customers(self):
        path = self.write("small.csv", SURVEY + "Legal,2026-Q1,9,5\n" * 3)
        hidden = nps(self.report(path, *NPS, "--by", "department"), {"department": "Legal"})
        self.assertTrue(hidden["suppressed"])
        self.assertNotIn("value", hidden)
        shown = nps(self.report(path, *NPS, "--by", "department", "--audience", "customer"), {"department": "Legal"})
        self.assertEqual(shown["n"], 3)


class Languages(Case):
    def test_the_environment_decides_unless_told(self):
        chinese = {"LC_ALL": "zh_CN.UTF-8"}
        self.assertIn("净推荐值", self.done("report", self.survey, *NPS, env=chinese))
        self.assertIn("Net Promoter", self.done("report", self.survey, *NPS, "--lang", "en", env=chinese))
        self.assertIn("净推荐值", self.done("report", self.survey, *NPS, env={"LC_ALL": "", "LANG": "zh_TW.UTF-8"}))
        self.assertIn("净推荐值", self.done("report", self.survey, *NPS, "--lang=zh"))

    def test_errors_speak_it_too(self):
        self.assertIn("没有名为", self.fails(2, "repot", "--lang", "zh-CN"))
        self.assertIn("不能取", self.fails(2, "report", self.survey, "--format", "xml", "--lang", "zh-CN"))


class Terminal(Case):
    def test_color_on_a_terminal_only(self):
        code, text = on_terminal("report", self.survey, *NPS)
        self.assertEqual(code, 0)
        self.assertIn("\x1b[", text)
        self.assertNotIn("\x1b[", self.done("report", self.survey, *NPS))
        self.assertIn("\x1b[", self.done("report", self.survey, *NPS, "--color", "always"))

    def test_no_color_is_obeyed(self):
        for env, options in (({"NO_COLOR": "1"}, ()), ({"TERM": "dumb"}, ()), ({}, ("--color", "never"))):
            _, text = on_terminal("report", self.survey, *NPS, *options, env=env)
            self.assertNotIn("\x1b[", text)

    def test_the_width_of_the_terminal(self):
        for columns in (60, 100):
            _, text = on_terminal("report", self.survey, *NPS, "--color", "never", columns=columns)
            self.assertLessEqual(max(map(len, text.splitlines())), columns)

    def test_another_charset_gets_ascii(self):
        text = self.done("report", self.survey, *NPS, env={"LC_ALL": "en_US.ISO-8859-1"})
        self.assertTrue(text.isascii(), text)

    def test_no_progress_line_for_small_files_or_pipes(self):
        _, text = on_terminal("report", self.survey, *NPS, "--format", "json", stderr_only=True)
        self.assertNotIn("\x1b[K", text)


if __name__ == "__main__":
    unittest.main()
