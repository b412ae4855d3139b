# SPDX-License-Identifier: Apache-2.0
"""The employer's score, who answered and who did not, and waves by the people who answered in both."""
import json
import unittest

from topline import Case, call

EMPLOYER = "How likely are you to recommend Acme as a place to work?"
CRM = "How likely are you to recommend the CRM?"


def staff():
    """40 employees, half promoters and a quarter detractors of the employer, the other way round for the CRM."""
    rows = [f"Employee ID,{EMPLOYER},{CRM}"]
    for i in range(40):
        rows.append(f"e{i:02},{[10, 9, 8, 0][i % 4]},{[3, 0, 7, 10][i % 4]}")
    return "\n".join(rows) + "\n"


def roster():
    """100 people: all of the 40 who answered, and 60 others, most of them in Sales."""
    rows = ["User,Department,Role"]
    for i in range(100):
        sales = i % 4 == 0 if i < 40 else i % 4 != 0
        rows.append(f"e{i:02},{'Sales' if sales else 'Service'},{'manager' if i % 5 == 0 else 'rep'}")
    return "\n".join(rows) + "\n"


def of(report, name):
    return [measure for measure in report["measures"] if measure["id"] == name and not measure["segment"]]


class Employer(Case):
    def setUp(self):
        super().setUp()
        self.staff = self.write("staff.csv", staff())

    def test_it_is_told_from_the_crm(self):
        report = self.report(self.staff)
        (employer,), (crm,) = of(report, "enps"), of(report, "nps")
        self.assertEqual((employer["question"], employer["value"]), (EMPLOYER, 25))
        self.assertEqual((crm["question"], crm["value"]), (CRM, -25))
        self.assertEqual(employer["parts"]["promoters"], 20)
        self.assertEqual(employer["interval"]["method"], "score")
        self.assertIn("eNPS +25", report["summary"])

    def test_it_can_be_overruled_both_ways(self):
        report = self.report(self.staff, "--column", "#2=nps", "--column", "#3=enps")
        self.assertEqual(of(report, "enps")[0]["question"], CRM)
        self.assertEqual(of(report, "nps")[0]["question"], EMPLOYER)
        self.assertIn("cannot be enps", self.fails(2, "report", self.staff, "--column", "#2=enps:1-5"))

    def test_every_surface_has_it(self):
        text = self.done("report", self.staff)
        self.assertIn("Employee Net Promoter Score", text)
        self.assertIn("detractors", text.lower())
        self.assertIn("员工净推荐值", self.done("report", self.staff, "--lang", "zh-CN"))
        self.assertIn("recommending the employer", self.done("inspect", self.staff))
        self.assertIn("enps,", self.done("report", self.staff, "--format", "csv"))
        self.assertIn("Employee Net Promoter Score", self.done("report", self.staff, "--format", "md"))
        self.assertIn("place to work", self.done("explain", "enps", "--on", self.staff))
        self.assertEqual(json.loads(self.done("plan", self.staff, "--format", "json"))["plan"]["answers_before"], 40)

    def test_gates(self):
        self.done("check", self.staff, "--fail-under", "enps=20")
        self.assertEqual(call("check", self.staff, "--fail-under", "enps=30").returncode, 1)


class WhoAnswered(Case):
    def setUp(self):
        super().setUp()
        self.staff = self.write("staff.csv", staff())

    def test_the_invited_as_told(self):
        report = self.report(self.staff, "--invited", "100")
        (rate,) = of(report, "response_rate")
        self.assertEqual((rate["value"], rate["n"]), (40, 100))
        parts = of(report, "enps")[0]["parts"]
        self.assertEqual((parts["worst_case_low"], parts["worst_case_high"]), (-50, 70))
        self.assertIn("40 of 100 people invited answered (40%).", report["summary"])
        self.assertIn("Who answered", self.done("report", self.staff, "--invited", "100"))
        self.assertIn("作答情况", self.done("report", self.staff, "--invited", "100", "--lang", "zh-CN"))
        self.assertIn("Response rate", self.done("report", self.staff, "--invited", "100", "--format", "md"))
        study = self.write("study.json", json.dumps({"invited": 100, "targets": {"enps": 20}}))
        studied = self.report(self.staff, "--study", study)
        self.assertAlmostEqual(of(studied, "enps")[0]["parts"]["tipping_point"], 100 * (20 - 10) / 60)

    def test_more_answers_than_invited(self):
        done = self.done("report", self.staff, "--invited", "30")
        self.assertIn("--invited N", done)
        self.assertIn("invited", self.fails(2, "report", self.staff, "--invited", "0"))

    def test_a_roster_tells_who_did_not(self):
        people = self.write("roster.csv", roster())
        report = self.report(self.staff, people, "--column", "Employee ID=respondent_id")
        (rate,) = of(report, "response_rate")
        self.assertEqual((rate["value"], rate["n"]), (40, 100))
        codes = {message["code"]: message["text"] for message in report["messages"]}
        self.assertIn("Sales 10/55; Service 30/45", codes["response_by_group"])
        self.assertIn("Role", codes["response_alike"])
        self.assertNotIn("e41", json.dumps(report))


class Paired(Case):
    def test_waves_by_the_people_of_both(self):
        rows = ["Employee ID,Quarter,recommend"]
        for i in range(40):
            rows += [f"e{i},2026-Q1,{6 if i % 4 == 0 else 9}", f"e{i},2026-Q2,{9 if i % 2 == 0 else 8}"]
        path = self.write("waves.csv", "\n".join(rows) + "\n")
        told = ("--column", "recommend=nps", "--column", "Employee ID=respondent_id", "--wave", "Quarter")
        (change,) = [one for one in self.report(path, *told, "--paired")["comparisons"] if one["against"] == "previous"]
        self.assertEqual((change["test"], change["parts"]["pairs"]), ("paired-t", 40))
        self.assertIn("among the 40 who answered in both waves", self.report(path, *told, "--paired")["summary"])
        self.assertIn("both waves", self.done("report", path, *told, "--paired"))
        unpaired = self.report(path, *told)["comparisons"][0]
        self.assertNotEqual(unpaired["test"], "paired-t")


if __name__ == "__main__":
    unittest.main()
