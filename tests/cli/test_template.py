# SPDX-License-Identifier: Apache-2.0
"""Blank tables: each is taken for its kind again."""
import re
import unittest

from topline import Case

LANGUAGES = ("en", "zh-CN")


class Template(Case):
    def kinds(self, language="en"):
        return re.findall(r"^  (\w+) {2,}\S", self.done("template", "--lang", language), re.M)

    def test_lists_the_kinds_with_what_each_brings(self):
        self.assertEqual(self.kinds(), self.kinds("zh-CN"))
        self.assertEqual(len(self.kinds()), 18)
        self.assertRegex(self.done("template"), r"accounts +churn, retained revenue")
        self.assertRegex(self.done("template", "--lang", "zh-CN"), r"accounts +客户名册：客户流失率")

    def test_every_kind_is_taken_for_itself(self):
        for kind in self.kinds():
            for language in LANGUAGES:
                for ending in ("csv", "xlsx"):
                    with self.subTest(kind=kind, language=language, ending=ending):
                        path = self.folder / f"{kind}.{language}.{ending}"
                        self.assertEqual(self.done("template", kind, "--example", "--lang", language, "-o", path), "")
                        table = self.report(path)["inputs"][0]
                        self.assertEqual(table["kind"], kind)
                        self.assertEqual(table["rows"]["used"], 1)
                        roles = [column["role"] for column in table["columns"]]
                        self.assertNotIn("ignore", roles)
                        if kind not in ("survey", "vendors"):
                            self.assertEqual(len(set(roles)), len(roles))

    def test_blank_it_holds_just_the_header(self):
        for kind in self.kinds():
            for language in LANGUAGES:
                text = self.done("template", kind, "--lang", language)
                self.assertEqual(text.count("\n"), 1)
                if kind == "vendors":  # its columns are known by the scores in them
                    continue
                path = self.write("blank.csv", text)
                self.assertEqual(self.report(path)["inputs"][0]["kind"], kind)

    def test_a_kind_that_there_is_not(self):
        self.assertIn("orders", self.fails(2, "template", "order"))


if __name__ == "__main__":
    unittest.main()
