# SPDX-License-Identifier: Apache-2.0
import json
import unittest

from topline import NPS, SURVEY, Case, call


class Inspect(Case):
    def test_says_what_each_column_is(self):
        text = self.done("inspect", self.survey, *NPS)
        self.assertIn("NPS 0-10", text)
        self.assertIn("120 rows read", text)
        self.assertIn("told", text)

    def test_json_has_inputs_without_scores(self):
        report = json.loads(self.done("inspect", self.survey, "--format", "json"))
        self.assertEqual(report["measures"], [])
        columns = report["inputs"][0]["columns"]
        self.assertEqual([c["name"] for c in columns], SURVEY.split("\n")[0].split(","))
        for column in columns:
            self.assertEqual(column["answered"] + column["missing"] + column["invalid"], 120)

    def test_a_plan_is_obeyed(self):
        plan = self.folder / "plan.json"
        self.done("inspect", "--plan", self.survey, *NPS, "--by", "department", "-o", plan)
        json.loads(plan.read_text())
        told = self.report(self.survey, *NPS, "--by", "department")
        obeyed = self.report(self.survey, "--plan", plan)
        self.assertEqual(obeyed["measures"], told["measures"])


class Rows(Case):
    def rows(self, text, *options):
        return json.loads(self.done("rows", self.write("t.csv", text), *options))

    def test_cells_exactly_as_read(self):
        self.assertEqual(self.rows('a,"b ""x"""\n 1 ,"2\r\n3"\n'), [["a", 'b "x"'], [" 1 ", "2\r\n3"]])
        self.assertEqual(self.rows("\n"), [])
        self.assertEqual(self.rows("a;b\n1;2\n"), [["a", "b"], ["1", "2"]])

    def test_from_and_limit(self):
        text = "a,b\n" + "".join(f"{i},{i}\n" for i in range(5))
        self.assertEqual(self.rows(text, "--from", "2", "--limit", "2"), [["0", "0"], ["1", "1"]])
        self.assertEqual(self.rows(text, "--limit", "1"), [["a", "b"]])
        self.assertEqual(self.rows(text, "--from", "99"), [])
        self.assertEqual(self.rows(text, "--limit", "0"), [])

    def test_bad_bytes_become_replacement_characters_as_browsers_do(self):
        # Expected: what Python's decoder, which follows the same maximal-subpart rule, gives.
        for bad in (b"\xff", b"\xe9\x94", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\xaf", b"a\xe9b"):
            got = json.loads(call("rows", "--encoding", "utf-8", self.write("bad.csv", b"x,y\n" + bad + b",1\n")).stdout)
            self.assertEqual(got[1][0], bad.decode("utf-8", "replace"))

    def test_csv_is_read_back_the_same(self):
        text = 'a,b\n"x,1","y""z"\n"line\nbreak",\n'
        again = self.done("rows", self.write("t.csv", text), "--format", "csv")
        self.assertEqual(self.rows(again), self.rows(text))
        one = 'a\n1\n""\n2\n'
        self.assertEqual(self.rows(self.done("rows", self.write("t.csv", one), "--format", "csv")), self.rows(one))

    def test_a_pipe_larger_than_the_head(self):
        text = "a,b\n" + "".join(f"{i},x\n" for i in range(300_000))
        rows = json.loads(self.done("rows", "-", stdin=text))
        self.assertEqual((len(rows), rows[-1]), (300_001, ["299999", "x"]))


class Explain(Case):
    def test_the_catalogue_and_each_of_its_measures(self):
        ids = [line.split()[0] for line in self.done("explain").splitlines()]
        self.assertIn("nps", ids)
        for name in ids:
            self.assertIn(name, self.done("explain", name))
        self.assertIn("净推荐值", self.done("explain", "nps", "--lang", "zh-CN"))

    def test_an_unknown_one(self):
        self.assertIn("Nearest: nps", self.fails(2, "explain", "npz"))


if __name__ == "__main__":
    unittest.main()
