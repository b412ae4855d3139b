# SPDX-License-Identifier: Apache-2.0
"""Every measure of a roll-out has a definition in both languages, a test of its own and a place in the sample report."""
import json
import re
import unittest

from topline import ROOT, Case

CATALOGUE = (ROOT / "core/measure/catalogue.def").read_text(encoding="utf-8")
MEASURES = re.findall(r'TOPLINE_MEASURE\((\w+), "[^"]*", \w+, \w+, "(\w+)"', CATALOGUE)
ROLLOUT = [name for name, table in MEASURES if table != "survey"]
# What the sample has no figure for, and why it says so.
ABSENT = {"ltv_retention": "one_period", "tcpi": "budget_spent"}
# The ids that the contract names for the tables of a roll-out.
CONTRACT = """adoption_rate dau wau mau stickiness activation_rate breadth depth data_completeness data_validity data_duplicates
purchase_value purchase_frequency customer_value customer_lifespan ltv ltv_retention repeat_rate nrr grr retention_rate churn_rate
new_customers rfm_segment sales_total sales_growth_pop sales_growth_yoy conversion_rate win_rate cycle_time sales_per_rep collections
collection_rate overdue_rate order_overdue_rate overdue_amount fcr first_response_time resolution_time_mean resolution_time_median
decision_time_mean decision_time_median time_saved cost_total benefit_total roi npv irr mirr payback discounted_payback
benefit_cost_ratio irr_annual budget_variance schedule_variance cpi spi tcpi requirements_resolved control_coverage campaign_roi
goal_progress vendor_score""".split()


class Rollout(Case):
    def test_the_catalogue_has_what_the_contract_names(self):
        self.assertLessEqual(set(CONTRACT), set(ROLLOUT))

    def test_each_is_explained_in_both_languages(self):
        for name in ROLLOUT:
            english, chinese = (self.done("explain", name, "--lang", language) for language in ("en", "zh-CN"))
            self.assertIn("formula: ", english)
            self.assertRegex(chinese, "公式：.*[一-鿿÷×−]", name)

    def test_each_has_a_test_of_its_own(self):
        tests = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/rollout").glob("*_test.cpp")))
        self.assertEqual([name for name in ROLLOUT if f'"{name}"' not in tests], [])

    def test_each_has_a_place_in_the_sample_report(self):
        folder = self.folder / "demo"
        self.done("sample", folder, "-q")
        report = json.loads(self.done("report", folder / "rollout.xlsx", "--study", folder / "study.json", "--format", "json", "-q"))
        valued = {measure["id"] for measure in report["measures"] if "value" in measure}
        self.assertEqual(sorted(set(ROLLOUT) - valued), sorted(ABSENT))
        for measure in report["measures"]:
            if measure["id"] in ABSENT:
                self.assertEqual(measure["why"], ABSENT[measure["id"]])
        text = self.done("report", folder / "rollout.xlsx", "--study", folder / "study.json", "-q")
        for name in sorted(set(ROLLOUT) & {measure["id"] for measure in report["measures"]
                                           if "value" in measure and not measure["segment"] and not measure["wave"]
                                           and "option" not in measure} - {"goal_progress"}):
            self.assertIn(report["catalogue"][name]["name"], text)

    def test_tallies_of_the_tables_give_the_same_report(self):
        folder = self.folder / "demo"
        self.done("sample", folder, "-q")
        files = [folder / f"{kind}.csv" for kind in ("orders", "accounts", "usage", "roster", "tickets", "costs", "benefits")]
        tallies = []
        for number, path in enumerate(files):
            tallies.append(self.folder / f"{number}.json")
            self.done("tally", path, "-o", tallies[-1])
        whole = self.done("report", *files, "--format", "json", "-q")
        self.assertEqual(self.done("report", *reversed(tallies), "--format", "json", "-q"), whole)
        self.assertEqual(self.done("report", *files, "--threads", "2", "--format", "json", "-q"), whole)


if __name__ == "__main__":
    unittest.main()
