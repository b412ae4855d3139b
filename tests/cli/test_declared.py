# SPDX-License-Identifier: Apache-2.0
"""What needs rows, from the command line and from a study."""
import json
import unittest

from topline import Case, call


def survey():
    """60 people: an outcome that follows ease, four items, a team and a role."""
    rows = ["Recommend,Ease,Speed,Help,Look,Team,Role"]
    for i in range(60):
        ease = i % 5 + 1
        rows.append(f"{min(10, 2 * ease + i % 3 - 1)},{ease},{(i * 3) % 5 + 1},{(ease + i // 5) % 5 + 1},"
                    f"{(i * 7 + i // 9) % 5 + 1},{'AB'[i % 2]},{'manager' if i % 4 == 0 else 'rep'}")
    return "\n".join(rows) + "\n"


TOLD = ["--column", "Recommend=nps", "--column", "Ease=csat:1-5", "--column", "Speed=csat:1-5",
        "--column", "Help=csat:1-5", "--column", "Look=csat:1-5", "--audience", "customer"]
DRIVERS = ["--drivers", "Recommend=Ease,Speed,Help"]


def of(report, name):
    return [measure for measure in report["measures"] if measure["id"] == name]


class Declared(Case):
    def setUp(self):
        super().setUp()
        self.path = self.write("people.csv", survey())

    def test_drivers_in_every_format(self):
        report = self.report(self.path, *TOLD, *DRIVERS)
        drivers = of(report, "driver")
        self.assertEqual([measure["question"] for measure in drivers], ["Ease", "Speed", "Help"])
        r_squared = drivers[0]["parts"]["r_squared"]
        self.assertAlmostEqual(sum(measure["value"] for measure in drivers), r_squared, places=10)
        self.assertGreater(drivers[0]["parts"]["share"], 60)
        text = self.done("report", self.path, *TOLD, *DRIVERS)
        self.assertIn("What goes with “Recommend”", text)
        self.assertIn("of what these items explain", text)
        self.assertNotIn("causes it\n", text.replace("never what causes it", ""))
        self.assertIn("“Ease”", self.done("report", self.path, *TOLD, *DRIVERS, "--format", "md"))
        self.assertIn("相关", self.done("report", self.path, *TOLD, *DRIVERS, "--lang", "zh-CN"))
        rows = self.done("report", self.path, *TOLD, *DRIVERS, "--format", "csv").splitlines()
        self.assertEqual(sum(row.startswith("driver,") for row in rows), 3)

    def test_a_study_says_the_same(self):
        study = self.write("study.json", json.dumps({
            "drivers": {"outcome": "Recommend", "items": ["Ease", "Speed", "Help"]},
            "scales": [{"name": "All", "items": ["Ease", "Help", "Look"]}],
            "margins": {"Role": {"manager": 0.5, "rep": 0.5}}}))
        told = self.report(self.path, *TOLD, *DRIVERS, "--scale", "All=Ease,Help,Look",
                           "--margin", "Role=manager:50%,rep:50%")
        studied = self.report(self.path, *TOLD, "--study", study)
        self.assertEqual(told["measures"], studied["measures"])
        self.assertIn("calibrated", of(told, "nps")[0]["notes"])

    def test_tallies_carry_the_rows(self):
        whole = self.report(self.path, *TOLD, *DRIVERS, "--scale", "All=Ease,Help,Look")
        tally = self.folder / "t.json"
        self.done("tally", self.path, *TOLD, *DRIVERS, "--scale", "All=Ease,Help,Look", "-o", tally)
        self.assertEqual(self.report(tally)["measures"], whole["measures"])

    def test_quality_is_counted_and_dropped_on_request(self):
        lined = self.write("lined.csv", survey().replace("\n", ",Trust\n", 1).replace("rep\n", "rep,3\n")
                           .replace("manager\n", "manager,3\n") + "9,3,3,3,3,A,rep,3\n")
        told = [*TOLD, "--column", "Trust=csat:1-5"]
        kept = self.report(lined, *told, "--quality")
        messages = {message["code"]: message for message in kept["messages"]}
        count = messages["straightliners"]["count"]
        self.assertGreaterEqual(count, 1)
        dropped = self.report(lined, *told, "--drop", "straightliners")
        rows = dropped["inputs"][0]["rows"]
        self.assertEqual((rows["used"], rows["excluded"]), (61 - count, count))
        self.assertEqual(of(dropped, "nps")[0]["parts"]["with_dropped"], of(kept, "nps")[0]["value"])

    def test_what_is_wrong_is_exit_2_or_3_with_a_remedy(self):
        for call_of, code, words in (
                (["--drivers", "Recommend"], 2, "OUTCOME=ITEM"),
                (["--drivers", "Recommend=Eese"], 2, "Ease"),
                (["--scale", "Use:sus=Ease,Help"], 2, "10 items"),
                (["--drop", "everyone"], 2, "straightliners"),
                (["--margin", "Role=manager"], 2, "CATEGORY:SHARE"),
                (["--margin", "Role=manager:1"], 3, "rep"),
                (["--margin", "Role=manager:60,rep:60,boss:10"], 3, "boss")):
            done = call("report", self.path, *TOLD, *call_of)
            self.assertEqual(done.returncode, code, call_of)
            self.assertIn(words, done.stderr.decode(), call_of)


if __name__ == "__main__":
    unittest.main()
