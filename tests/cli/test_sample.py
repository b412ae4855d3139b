# SPDX-License-Identifier: Apache-2.0
"""The sample roll-out: every table is understood, and CSV, workbook and both languages agree."""
import json
import unittest

from topline import SURVEY, Case

KINDS = ("survey usage roster orders accounts pipeline receivables tickets decisions processes costs benefits "
         "cashflows campaigns requirements controls goals vendors").split()
# Figures in which neither names nor their order play a part.
PLAIN = {"nps", "csat", "sales_total", "repeat_rate", "nrr", "grr", "churn_rate", "win_rate", "conversion_rate", "collections",
         "collection_rate", "fcr", "resolution_time_mean", "time_saved", "cost_total", "benefit_total", "npv",
         "requirements_resolved", "control_coverage", "adoption_rate", "mau"}


def by_kind(report):
    return {table["kind"]: table for table in report["inputs"]}


def shape_of(table):
    """What a table was taken for and how much of it was read, whatever its language."""
    columns = [(c["role"], c.get("scale"), c.get("answered"), c.get("missing"), c.get("invalid")) for c in table["columns"]]
    return table["kind"], table["rows"], columns


def figures(report, only=None):
    kinds = {table["name"]: table["kind"] for table in report["inputs"]}
    listed = []
    for measure in report["measures"]:
        if only is not None and (measure["id"] not in only or measure["segment"] or measure["wave"]):
            continue
        one = {key: value for key, value in measure.items() if key != "table"}
        if only is not None:
            one = {key: one.get(key) for key in ("id", "value", "n")}
        listed.append(json.dumps([kinds[measure["table"]], one], sort_keys=True))
    return sorted(listed)


class Survey(Case):
    def test_is_written_alone(self):
        folder = self.folder / "demo"
        self.done("sample", folder)
        for language, name in (("en", "survey.csv"), ("zh-CN", "survey.zh-CN.csv")):
            text = self.done("sample", "-", "--lang", language)
            self.assertEqual(text.encode(), (folder / name).read_bytes())

    def test_is_scored_without_options(self):
        report = json.loads(self.done("report", "-", "--format", "json", stdin=self.done("sample", "-")))
        self.assertEqual({m["id"] for m in report["measures"] if m.get("headline")} & {"nps", "csat"}, {"nps", "csat"})


class Files(Case):
    def test_the_same_every_time(self):
        folder, again, other = self.folder / "demo", self.folder / "again", self.folder / "other"
        self.done("sample", folder)
        first = {p.name: p.read_bytes() for p in folder.iterdir()}
        tables = [f"{kind}{language}.csv" for kind in KINDS for language in ("", ".zh-CN")]
        books = ["rollout.xlsx", "rollout.zh-CN.xlsx", "study.json", "study.zh-CN.json"]
        self.assertEqual(sorted(first), sorted(tables + books))
        self.done("sample", folder)  # over itself
        self.done("sample", again)
        self.assertEqual(first, {p.name: p.read_bytes() for p in folder.iterdir()})
        self.assertEqual(first, {p.name: p.read_bytes() for p in again.iterdir()})
        self.done("sample", other, "--seed", "2")
        self.assertNotEqual(first["orders.csv"], (other / "orders.csv").read_bytes())

    def test_never_writes_over_another_table(self):
        self.assertIn("something else", self.fails(2, "sample", self.folder))
        self.assertEqual(self.survey.read_text(), SURVEY)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["survey.csv"])

    def test_one_table_to_standard_output(self):
        self.done("sample", self.folder / "demo")
        self.assertEqual(self.done("sample", "-", "--kind", "orders").encode(), (self.folder / "demo/orders.csv").read_bytes())
        self.assertIn("orders", self.fails(2, "sample", "-", "--kind", "order"))


class Understood(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.case = Case()
        cls.case.setUp()
        cls.addClassCleanup(cls.case.doCleanups)
        cls.demo = cls.case.folder / "demo"
        cls.case.done("sample", cls.demo)
        cls.english = cls.report([f"{kind}.csv" for kind in KINDS], "study.json")
        cls.chinese = cls.report([f"{kind}.zh-CN.csv" for kind in KINDS], "study.zh-CN.json")

    @classmethod
    def report(cls, names, study=None):
        told = ("--study", cls.demo / study) if study else ()
        return cls.case.report(*(cls.demo / name for name in names), *told)

    def test_every_table_on_its_own(self):
        for kind in KINDS:
            for language in ("", ".zh-CN"):
                report = self.report([f"{kind}{language}.csv"])
                table = report["inputs"][0]
                with self.subTest(table=table["name"]):
                    self.assertEqual(table["kind"], kind)
                    rows = table["rows"]
                    self.assertEqual(rows["read"], rows["used"])
                    self.assertGreaterEqual(rows["used"], 6)
                    messages = {message["code"]: message["level"] for message in report["messages"]}
                    self.assertIn("synthetic_data", messages)
                    self.assertNotIn("question", messages.values())
                    self.assertEqual({c.get("invalid", 0) for c in table["columns"]}, {0})
                    if kind != "survey":
                        self.assertNotIn("ignore", {c["role"] for c in table["columns"]})

    def test_all_of_them_with_the_study(self):
        self.assertEqual(self.english["title"], "CRM roll-out (synthetic sample)")
        self.assertEqual(self.english["as_of"], "2026-08-31")
        for report in (self.english, self.chinese):
            self.assertEqual(sorted(by_kind(report)), sorted(KINDS))
            self.assertNotIn("question", {message["level"] for message in report["messages"]})
            self.assertNotIn("kind_guessed", {message["code"] for message in report["messages"]})

    def test_both_languages_agree(self):
        english, chinese = by_kind(self.english), by_kind(self.chinese)
        for kind in KINDS:
            self.assertEqual(shape_of(english[kind]), shape_of(chinese[kind]))
        self.assertGreater(len(figures(self.english, PLAIN)), 1)
        self.assertEqual(figures(self.english, PLAIN), figures(self.chinese, PLAIN))

    def test_a_workbook_gives_the_figures_of_its_files(self):
        for book, study, files in (("rollout.xlsx", "study.json", self.english),
                                   ("rollout.zh-CN.xlsx", "study.zh-CN.json", self.chinese)):
            report = self.report([book], study)
            self.assertEqual({kind: shape_of(t) for kind, t in by_kind(report).items()},
                             {kind: shape_of(t) for kind, t in by_kind(files).items()})
            self.assertEqual(figures(report), figures(files))
            self.assertNotIn("kind_guessed", {message["code"] for message in report["messages"]})

    def test_a_workbook_holds_dates_and_numbers(self):
        rows = json.loads(self.case.done("rows", self.demo / "rollout.xlsx", "--sheet", "orders", "--format", "json"))
        text = [line.split(",") for line in (self.demo / "orders.csv").read_text().splitlines()]
        self.assertEqual(len(rows), len(text))
        for row, line in zip(rows, text):
            self.assertEqual(row[:3] + row[4:], line[:3] + line[4:])
        for row, line in zip(rows[1:], text[1:]):
            self.assertEqual(float(row[3]), float(line[3]))


if __name__ == "__main__":
    unittest.main()
