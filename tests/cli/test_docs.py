# SPDX-License-Identifier: Apache-2.0
"""docs/cli.md says what the command line says, and what the contract promises is there."""
import re
import sys
import unittest

from topline import EXE, ROOT, Case

sys.path.insert(0, str(ROOT / "scripts"))
import cli_docs  # noqa: E402


class Docs(Case):
    def test_every_command_and_option_is_documented(self):
        self.assertEqual(cli_docs.DOCS.read_text(), cli_docs.document(EXE),
                         "run scripts/cli_docs.py and look at what changed")

    def test_the_commands_and_options_that_scripts_rely_on(self):
        self.assertEqual(cli_docs.commands(EXE), ["report", "inspect", "check", "rows", "plan", "explain", "tally", "merge",
                                                  "template", "sample"])
        analysis = ("column by cross wave weight where confidence interval min-n threads as-of seed plan "
                    "lang quiet no-progress color verbose").split()
        for command in ("report", "inspect", "tally"):
            text = self.done("help", command)
            for option in analysis:
                self.assertIn(f"--{option}", text, command)
        self.assertIn("--part", self.done("help", "tally"))
        self.assertIn("--ids", self.done("help", "tally"))

    def test_examples_are_calls_that_parse(self):
        for command in cli_docs.commands(EXE):
            examples = self.done("help", command).split("Examples\n")[1].splitlines()
            self.assertGreaterEqual(len(examples), 2, command)
            for option in re.findall(r" (--[a-z-]+)", "\n".join(e for e in examples if f"topline {command}" in e)):
                self.assertIn(option, self.done("help", command).split("Examples\n")[0])


if __name__ == "__main__":
    unittest.main()
