#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The command line from outside: every test of this folder, then "N passed, N failed".

    tests/cli/run.py [EXECUTABLE]     default: build/native/topline"""
import os
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent


def main() -> int:
    if len(sys.argv) > 1:
        os.environ["TOPLINE_CLI"] = os.path.abspath(sys.argv[1])
    sys.path.insert(0, str(HERE))
    tests = unittest.defaultTestLoader.discover(str(HERE))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(tests)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    return failed != 0 or result.testsRun == 0


if __name__ == "__main__":
    sys.exit(main())
