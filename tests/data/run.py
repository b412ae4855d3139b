#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real files against expected figures: run.py TOPLINE. They lie beside the project, and are not part of it."""
import sys

import crosstabs
import others
import surveys
from truth import SHARED, Truth

if not SHARED.is_dir():
    print("skipped: real files against expected figures (the shared data is not here)")
    print("0 passed, 0 failed")
    sys.exit()
truth = Truth(sys.argv[1])
for suite in surveys.ALL + others.ALL + crosstabs.ALL:
    try:
        suite(truth)
    except (KeyError, IndexError, StopIteration) as problem:
        truth.check(suite.__name__, False, f"the report lacks {problem!r}")
print(f"{truth.passed} passed, {truth.failed} failed")
sys.exit(1 if truth.failed else 0)
