# SPDX-License-Identifier: Apache-2.0
import csv
import io
import json
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

    def test_differences_are_tested_as_far_as_told(self):
        told = (self.survey, *NPS, "--by", "department", "--wave", "quarter", "--audience", "customer")
        report = self.report(*told)
        against = [(each["id"], each["against"]) for each in report["comparisons"]]
        # Three departments against the rest and the wave against the one before, of both scores.
        self.assertEqual(sorted(against), sorted(
            [(score, kind) for score in ("nps", "csat") for kind in ("rest", "rest", "rest", "previous")]))
        for each in report["comparisons"]:
            self.assertIn(each["verdict"], ("clear", "not_clear"))
            self.assertGreaterEqual(each["p_adjusted"], each["p"])
            self.assertGreater(each["parts"]["detectable"], 0)
        self.assertEqual(self.report(*told, "--compare", "none")["comparisons"], [])
        self.assertGreater(len(self.report(*told, "--compare", "all")["comparisons"]), len(against))
        text = self.done(*told)
        self.assertIn("difference (", text)
        self.assertIn("would usually be missed (80% power)", " ".join(text.split()))
        self.assertIn("差异", self.done(*told, "--lang", "zh-CN"))
        self.assertEqual(call("report", *told, "--compare", "some").returncode, 2)

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


class Reading(Case):
    """Files as tools write them, and what the call says of them."""

    def test_rows_left_out_can_be_had(self):
        table = self.write("q.csv", "id,weight,nps\n1,1,9\n2,-3,8\n3,1,7,x\n4,1,0\n")
        left = self.folder / "left.csv"
        self.done("report", table, "--weight", "weight", "--rejects", left)
        self.assertEqual(left.read_text(), "file,line,why\nq.csv,3,bad_weight,2,-3,8\nq.csv,4,too_many_cells,3,1,7,x\n")

    def test_a_decimal_comma_weighs_as_a_point_does(self):
        comma = self.write("c.csv", "weight;nps\n0,5;9\n1,5;3\n1,0;10\n")
        point = self.write("p.csv", "weight;nps\n0.5;9\n1.5;3\n1.0;10\n")
        told = ["--weight", "weight", "--audience", "customer"]
        values = [self.report(path, *told)["measures"][0]["value"] for path in (comma, point)]
        self.assertEqual(values[0], values[1])
        self.assertEqual(values[0], 0)

    def test_a_study_file_holds_where_the_call_says_nothing(self):
        study = self.write("study.json", json.dumps({"columns": [{"name": "nps", "role": "nps", "scale": "0-10"}], "min_n": 1, "confidence": 0.9}))
        table = self.write("t.csv", "nps\n9\n3\n10\n")
        report = self.report(table, "--study", study)
        self.assertEqual((report["settings"]["confidence"], report["settings"]["min_n"]), (0.9, 1))
        self.assertEqual(self.report(table, "--study", study, "--confidence", "0.95")["settings"]["confidence"], 0.95)
        bad = self.write("bad.json", '{"colums": []}')
        self.assertIn("columns", self.fails(2, "report", table, "--study", bad))

    def test_encodings_are_told_apart_and_can_be_told(self):
        text = "部门,您有多大可能推荐我们？\n销售,9\n客服,3\n销售,10\n"
        for encoding in ("gb18030", "utf-16", "utf-8-sig"):
            report = self.report(self.write("t.csv", text.encode(encoding)), "--audience", "customer")
            self.assertEqual([m["value"] for m in report["measures"] if m["id"] == "nps"], [33.3333333333], encoding)
        self.assertEqual(self.report(self.write("t.csv", text.encode("gbk")))["inputs"][0]["encoding"], "gb18030")
        self.assertIn("gb18030", self.fails(2, "report", "--encoding", "klingon", self.write("t.csv", "a\n")))

    def test_missing_codes_can_be_told(self):
        table = self.write("t.csv", "Q\n1\n5\n6\n0\n4\n")
        column = self.report(table, "--column", "Q=csat:1-5:0,6")["inputs"][0]["columns"][0]
        self.assertEqual((column["answered"], column["missing"], column["invalid"]), (3, 2, 0))


if __name__ == "__main__":
    unittest.main()
