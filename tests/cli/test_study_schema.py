# SPDX-License-Identifier: Apache-2.0
"""docs/study.schema.json names the keys that core/study/settings.cpp reads, no more and no fewer."""
import json
import re
import unittest

from topline import ROOT, Case, call

SCHEMA = json.loads((ROOT / "docs/study.schema.json").read_text())
SOURCE = (ROOT / "core/study/settings.cpp").read_text()


def readers():
    """The keys of the study file, from the table of readers."""
    table = SOURCE.split("readers() {", 1)[1].split("return all;", 1)[0]
    return set(re.findall(r'^      \{"(\w+)",', table, re.M))


def only_keys(function):
    """The keys that `only(…)` allows in the body of a reader, one set a call."""
    body = SOURCE.split(f"{function}(const json& in) {{", 1)[1].split("\n}\n", 1)[0]
    return [set(re.findall(r'"(\w+)"', keys)) for keys in re.findall(r"only\(\w+, \{(.*?)\}\)", body, re.S)]


class StudySchema(Case):
    def test_its_keys_are_those_that_are_read(self):
        self.assertEqual(set(SCHEMA["properties"]), readers())
        defs = SCHEMA["$defs"]
        self.assertEqual([set(defs["table"]["properties"])], only_keys("read_table_choice"))
        self.assertEqual([set(defs["goal"]["properties"]), set(defs["milestone"]["properties"])], only_keys("read_goal"))

    def test_every_key_is_explained_and_nothing_else_is_allowed(self):
        for part in (SCHEMA, *SCHEMA["$defs"].values()):
            self.assertFalse(part["additionalProperties"])
            for name, key in part["properties"].items():
                self.assertTrue(key.get("description") or "$ref" in json.dumps(key), name)
            self.assertLessEqual(set(part.get("required", [])), set(part["properties"]))

    def test_the_example_is_a_study_that_is_read(self):
        example = SCHEMA["examples"][0]
        self.assertLessEqual(set(example), set(SCHEMA["properties"]))
        for goal in example["goals"]:
            self.assertLessEqual(set(goal), set(SCHEMA["$defs"]["goal"]["properties"]))
        report = self.report(self.survey, "--study", self.write("study.json", json.dumps(example)))
        self.assertEqual(len(report["goals"]), len(example["goals"]))

    def test_allowed_values_are_those_that_are_taken(self):
        for key in ("interval", "audience", "period"):
            for value in SCHEMA["properties"][key]["enum"]:
                study = self.write("study.json", json.dumps({key: value}))
                self.assertEqual(call("report", self.survey, "--study", study).returncode, 0, (key, value))
            study = self.write("study.json", json.dumps({key: "unheard of"}))
            self.assertEqual(call("report", self.survey, "--study", study).returncode, 2, key)


if __name__ == "__main__":
    unittest.main()
