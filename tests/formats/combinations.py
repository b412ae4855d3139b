#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same answers in 2,000 shapes: layouts × encodings × delimiters × scales × languages × ways to write.

Each file must give the one right score, or ask; a wrong number fails. `combinations.py TOPLINE`;
`--case K --keep DIR` writes one file to look at, `--out FILE` the table as Markdown.
"""
import argparse
import collections
import concurrent.futures
import csv
import io
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

from shapes import LAYOUTS, SCALES, WORDS, write_nps, write_satisfaction

CASES = 2000
PEOPLE = 60
FEW = 14  # in one case of eight: not every point of a scale is met, and more must be asked


def answers(seed: int) -> list[tuple]:
    """(likelihood 0–10, satisfaction from 0 to 1) per person; None where nobody answered."""
    rng = random.Random(seed)
    people = []
    few = seed % 8 == 7
    for _ in range(FEW if few else PEOPLE):
        mood = rng.betavariate(4, 2)
        nps = min(10, max(0, round(10 * mood + rng.gauss(0, 1.5))))
        people.append((None if rng.random() < 0.08 else nps, None if rng.random() < 0.08 else mood))
    # Every end is met, so that a scale can be told from its answers.
    if not few:
        people[:4] = [(0, 0.0), (10, 1.0), (1, 0.0), (9, 1.0)]
    return people


class Case:
    """One combination, drawn by its number."""

    def __init__(self, number: int):
        rng = random.Random(number)
        self.number = number
        self.language = rng.choice(["en", "zh"])
        self.layout = rng.choice([name for name, layout in LAYOUTS.items() if self.language in layout.languages])
        layout = LAYOUTS[self.layout]
        self.scale = rng.choice(layout.scales or list(SCALES))
        self.nps = rng.choice(layout.nps or ["digits", "digits", "label", "unit", "wide"])
        self.missing = rng.choice(layout.missing or ["", "", "N/A", "(跳过)"])
        self.delimiter = rng.choice(layout.delimiters or [",", ";", "\t", "|"])
        self.end = rng.choice(["\n", "\r\n"])
        self.quote_all = rng.random() < 0.3 and layout.quotable
        encodings = ["utf-8", "utf-8-sig", "utf-16"]
        encodings.append("gb18030" if self.language == "zh" or self.nps == "wide" else "cp1252")
        self.encoding = rng.choice(layout.encodings or encodings)
        if self.encoding == "cp1252" and not self.missing.isascii():
            self.missing = "N/A"
        self.extras = rng.random() < 0.7
        self.people = answers(number)
        self.points = [None if mood is None else SCALES[self.scale].point(mood) for _, mood in self.people]

    def bytes(self) -> bytes:
        words = WORDS[self.language]
        rng = random.Random(self.number + 1)
        rows = []
        for k, (nps, _) in enumerate(self.people):
            likely = self.missing if nps is None else write_nps(nps, self.nps, self.language)
            point = self.points[k]
            happy = self.missing if point is None else write_satisfaction(point, self.scale, self.language)
            rows.append([likely, happy, rng.choice(words["comments"]) if self.extras else ""])
        table = LAYOUTS[self.layout].table(rows, words, self.scale)
        if self.layout == "markdown":
            text = self.end.join("| " + " | ".join(row) + " |" for row in table) + self.end
        else:
            out = io.StringIO()
            quoting = csv.QUOTE_ALL if self.quote_all else csv.QUOTE_MINIMAL
            csv.writer(out, delimiter=self.delimiter, lineterminator=self.end, quoting=quoting).writerows(table)
            text = out.getvalue()
        if self.layout == "sep_line":
            text = f"sep={self.delimiter}{self.end}" + text
        return text.encode(self.encoding)

    def right_nps(self) -> dict:
        given = [nps for nps, _ in self.people if nps is not None]
        low, high = sum(n <= 6 for n in given), sum(n >= 9 for n in given)
        return {"n": len(given), "value": 100 * (high - low) / len(given),
                "parts": {"detractors": low, "passives": len(given) - low - high, "promoters": high}}

    def right_satisfaction(self) -> dict:
        given = [p for p in self.points if p is not None]
        scale = SCALES[self.scale]
        return {"n": len(given), "value": 100 * sum(p >= scale.box for p in given) / len(given),
                "mean": sum(given) / len(given)}

    def name(self) -> str:
        delimiter = {"\t": "tab"}.get(self.delimiter, self.delimiter)
        return f"{self.number}: {self.layout} {self.encoding} {delimiter} {self.language} nps {self.nps} scale {self.scale} missing {self.missing!r}"


def close(a, b) -> bool:
    return a is not None and math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


def judge(report: dict, kind: str, right: dict) -> str:
    """right, asked or wrong: of all measures of that kind for everyone."""
    said = [m for m in report["measures"] if m["id"] in kind.split("|") and not m["segment"]]
    values = [m for m in said if m.get("value") is not None]
    if len(values) > 1:
        return "wrong"
    if not values:
        asked = [m for m in report["messages"] if m["level"] == "question"]
        return "asked" if asked or any(m.get("why") for m in said) else "wrong"
    got = values[0]
    holds = close(got["value"], right["value"]) and got["n"] == right["n"]
    return "right" if holds and got.get("parts", {}) == right.get("parts", got.get("parts", {})) else "wrong"


def run(exe: str, case: Case, folder: str) -> tuple[Case, str, str, str]:
    path = pathlib.Path(folder) / f"{case.number}.csv"
    path.write_bytes(case.bytes())
    done = subprocess.run([exe, "report", str(path), "--format", "json", "--quiet"], capture_output=True)
    path.unlink()
    if done.returncode != 0:
        # An error says what to do: no number, so no wrong one. It counts as asked.
        return case, "asked", "asked", done.stderr.decode(errors="replace").strip()
    report = json.loads(done.stdout)
    satisfaction = judge(report, "csat", case.right_satisfaction())
    means = [m for m in report["measures"] if m["id"] == "csat_mean" and m.get("value") is not None]
    if satisfaction == "right" and not (means and close(means[0]["value"], case.right_satisfaction()["mean"])):
        satisfaction = "wrong"
    return case, judge(report, "nps|enps", case.right_nps()), satisfaction, ""


def table(results: list) -> str:
    lines = ["| layout | files | NPS right | asked | wrong | satisfaction right | asked | wrong |",
             "|---|--:|--:|--:|--:|--:|--:|--:|"]
    for kind, key in (("", lambda c: c.layout), ("encoding ", lambda c: c.encoding), ("scale ", lambda c: c.scale)):
        groups = collections.defaultdict(list)
        for result in results:
            groups[key(result[0])].append(result)
        for name in sorted(groups):
            counts = [collections.Counter(r[which] for r in groups[name]) for which in (1, 2)]
            cells = [str(c[verdict]) for c in counts for verdict in ("right", "asked", "wrong")]
            lines.append(f"| {kind}{name} | {len(groups[name])} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topline")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--case", type=int)
    parser.add_argument("--keep", default=".")
    parser.add_argument("--out")
    told = parser.parse_args()
    if told.case is not None:
        case = Case(told.case)
        path = pathlib.Path(told.keep) / f"case-{told.case}.csv"
        path.write_bytes(case.bytes())
        print(path, case.name(), case.right_nps(), case.right_satisfaction())
        return 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda k: run(told.topline, Case(k), folder), range(told.cases)))
    text = table(results)
    print(text)
    if told.out:
        pathlib.Path(told.out).write_text(text)
    wrong = [r for r in results if "wrong" in r[1:3]]
    for case, nps, satisfaction, _ in wrong[:20]:
        print(f"wrong: NPS {nps}, satisfaction {satisfaction}: {case.name()}")
    asked = [r for r in results if "asked" in r[1:3] and r not in wrong]
    for case, nps, satisfaction, error in asked[:10]:
        print(f"asked: NPS {nps}, satisfaction {satisfaction}: {case.name()} {error}"[:250])
    right = sum(r[1] == r[2] == "right" for r in results)
    print(f"{right} of {len(results)} right, {len(asked)} asked, {len(wrong)} wrong")
    enough = right >= 0.9 * len(results)
    if not enough:
        print("under nine of ten are right")
    print(f"{len(results) - len(wrong)} passed, {len(wrong) + (not enough)} failed")
    return 1 if wrong or not enough else 0


if __name__ == "__main__":
    sys.exit(main())
