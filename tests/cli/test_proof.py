# SPDX-License-Identifier: Apache-2.0
"""A score opened up: its R code gives the same figures, and other tools' rules give what they give."""
import json
import shutil
import subprocess
import unittest

from topline import NPS, Case


def ran(code):
    result = subprocess.run(["Rscript", "--vanilla", "-"], input=code.encode(), capture_output=True, timeout=120)
    if result.returncode != 0:
        raise AssertionError(result.stderr.decode())
    return [float(line) for line in result.stdout.decode().split()]


class Proof(Case):
    def proofs(self, path, *options):
        report = self.report(path, *options)
        measures = {(each["id"], each["question"], each["wave"]): each
                    for each in report["measures"] if each.get("headline")}
        return [(proof, measures[proof["id"], proof["question"], proof["wave"]]) for proof in report["proof"]]

    @unittest.skipUnless(shutil.which("Rscript"), "R is not installed")
    def test_r_gives_the_same_figures(self):
        edges = {
            "all promoters": [10] * 7,
            "all detractors": [0] * 4,
            "one answer": [8],
            "three of each": [3] * 3 + [7] * 3 + [9] * 5,
            "few detractors": [2] + [7] * 3 + [9] * 16,
        }
        cases = [(self.survey, NPS)]
        for name, scores in edges.items():
            path = self.write(f"{name}.csv", "id,recommend\n" + "".join(
                f"r{k},{score}\n" for k, score in enumerate(scores)))
            cases.append((path, NPS))
        checked = set()
        for path, options in cases:
            for interval in ("score", "wald", "adjusted-wald"):
                for confidence in ("0.95", "0.8"):
                    told = (*options, "--interval", interval, "--confidence", confidence, "--audience", "customer")
                    for proof, measure in self.proofs(path, *told):
                        with self.subTest(path=path.name, id=proof["id"], interval=interval):
                            if "interval" not in measure:
                                continue
                            value, low, high = ran(proof["r"])
                            self.assertAlmostEqual(value, measure["value"], 9)
                            self.assertAlmostEqual(low, measure["interval"]["low"], 6)
                            self.assertAlmostEqual(high, measure["interval"]["high"], 6)
                            checked.add(proof["id"])
        self.assertEqual(checked, {"nps", "csat", "csat_mean"})

    @unittest.skipUnless(shutil.which("Rscript"), "R is not installed")
    def test_r_gives_weighted_figures_too(self):
        scores = [(k * 7) % 11 for k in range(600)]
        path = self.write("weighted.csv", "id,recommend,satisfied,w\n" + "".join(
            f"r{k},{score},{(k * 3) % 5 + 1},{0.25 + (k % 9) / 4}\n" for k, score in enumerate(scores)))
        told = ("--column", "recommend=nps", "--column", "satisfied=csat:1-5", "--weight", "w")
        checked = set()
        for interval in ("score", "wald", "adjusted-wald"):
            for proof, measure in self.proofs(path, *told, "--interval", interval):
                with self.subTest(id=proof["id"], interval=interval):
                    self.assertNotAlmostEqual(measure["n"], measure["n_effective"], 0)
                    value, low, high = ran(proof["r"])
                    self.assertAlmostEqual(value, measure["value"], 8)
                    self.assertAlmostEqual(low, measure["interval"]["low"], 6)
                    self.assertAlmostEqual(high, measure["interval"]["high"], 6)
                    checked.add(proof["id"])
        self.assertEqual(checked, {"nps", "csat", "csat_mean"})

    def test_weights_of_few_are_not_told(self):
        # Two detractors: the sum of their weights would tell who they are.
        path = self.write("few.csv", "id,recommend,w\n" + "".join(
            f"r{k},{3 if k < 2 else 8 + k % 3},{1 + k % 4}\n" for k in range(60)))
        [(proof, measure)] = self.proofs(path, "--column", "recommend=nps", "--weight", "w")
        self.assertIn("n_effective", measure)
        self.assertNotIn("r", proof)
        told = ("--column", "recommend=nps", "--weight", "w")
        self.assertIn("No R code", self.done("explain", "nps", "--on", path, *told))

    def test_other_rules(self):
        # 5 promoters, 3 passives, 3 detractors (one of them 0), one skipped.
        path = self.write("eleven.csv", "id,recommend\n" + "".join(
            f"r{k},{score}\n" for k, score in enumerate([9, 9, 10, 10, 10, 7, 7, 8, 0, 3, 6, ""])))
        [(proof, measure)] = self.proofs(path, *NPS)
        self.assertEqual(measure["value"], 18.1818181818)
        self.assertEqual((proof["n"], proof["rows"], proof["missing"], proof["invalid"]), (11, 12, 1, 0))
        rules = {rule["rule"]: rule["value"] for rule in proof["other_rules"]}
        self.assertEqual(rules, {
            "skips_in_base": 16.6666666667,  # 2 ÷ 12
            "rounded_first": 18,             # 45 − 27
            "zero_is_missing": 30,           # 3 ÷ 10
            "promoters_alone": 45.4545454545,
        })

    def test_a_scale_of_ten_read_as_nps(self):
        path = self.write("ten.csv", "id,rating\n" + "".join(
            f"r{k},{score}\n" for k, score in enumerate([1, 5, 6, 8, 9, 10, 10, 10, 9, 2])))
        [proof] = [each for each, measure in self.proofs(path, "--column", "rating=rating:1-10")]
        rules = {rule["rule"]: rule["value"] for rule in proof["other_rules"]}
        self.assertEqual(rules["read_as_nps"], 10)   # 5 of 10 promoters, 4 detractors
        self.assertEqual(rules["mean_of_top"], 70)
        self.assertEqual(rules["top_answer"], 30)

    def test_explain_on_a_table(self):
        text = self.done("explain", "nps", "--on", self.survey, *NPS)
        self.assertIn("uniroot", text)
        self.assertIn("survey.csv", text)
        self.assertIn("R 代码", self.done("explain", "nps", "--on", self.survey, *NPS, "--lang", "zh-CN"))
        self.assertIn("headline ltv", self.fails(3, "explain", "ltv", "--on", self.survey))
        self.assertIn("Nearest", self.fails(2, "explain", "npz", "--on", self.survey))


if __name__ == "__main__":
    unittest.main()
