# SPDX-License-Identifier: Apache-2.0
"""What the suites of this folder share: running the CLI, and checks that count."""
import json
import math
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"


class Truth:
    """Checks figures of reports against expected ones; says what differs."""

    def __init__(self, exe: str):
        self.exe = exe
        self.passed = 0
        self.failed = 0

    def call(self, *args: str) -> subprocess.CompletedProcess:
        return subprocess.run([self.exe, *args], capture_output=True, timeout=120)

    def report(self, *args) -> dict:
        done = self.call("report", *map(str, args), "--format", "json", "--quiet")
        if done.returncode != 0:
            self.check(" ".join(map(str, args)), False, done.stderr.decode(errors="replace").strip())
            return {"inputs": [{"rows": {}, "columns": []}], "measures": [], "messages": []}
        return json.loads(done.stdout)

    def rows(self, *args) -> list:
        done = self.call("rows", *map(str, args), "--format", "json")
        return json.loads(done.stdout) if done.returncode == 0 else []

    def check(self, name: str, holds: bool, detail: str = "") -> None:
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAIL {name}: {detail}"[:300])

    def same(self, name: str, got, want) -> None:
        self.check(name, got == want, f"want {want!r}, got {got!r}")

    def near(self, name: str, got, want) -> None:
        both = got is not None and want is not None
        holds = both and math.isclose(got, want, rel_tol=1e-9, abs_tol=1e-9)
        self.check(name, holds or (got is None and want is None), f"want {want!r}, got {got!r}")

    # Reports

    def column(self, report: dict, name) -> dict:
        """The column of that header or label, or at that 0-based place."""
        columns = report["inputs"][0]["columns"]
        if isinstance(name, int):
            return columns[name] if name < len(columns) else {}
        flat = lambda text: " ".join(str(text).replace("\u00a0", " ").split())
        for column in columns:
            if flat(name) in (flat(column["name"]), flat(column.get("label", ""))):
                return column
        return {}

    def measure(self, report: dict, kind: str, column: dict, segment=None, option=None) -> dict:
        for measure in report["measures"]:
            if measure["id"] != kind or measure["column"] != column.get("column"):
                continue
            if measure["segment"] != (segment or {}) or measure["wave"] is not None:
                continue
            if option is None or measure.get("option") == option:
                return measure
        return {}

    def counts(self, name: str, column: dict, want: dict) -> None:
        """answered, missing, invalid of a column against {"n", "missing", "invalid"}."""
        got = (column.get("answered"), column.get("missing"), column.get("invalid"))
        self.same(f"{name}: answered, missing, invalid", got,
                  (want["n"], want.get("missing", 0), want.get("invalid", 0)))

    def csat(self, name: str, report: dict, column: dict, want: dict, segment=None) -> None:
        """The top box and the mean, with their bases and Wilson's interval."""
        box = self.measure(report, "csat", column, segment)
        self.same(f"{name}: n", box.get("n"), want["n"])
        self.near(f"{name}: top box", box.get("value"), want["top_pct"])
        interval = box.get("interval") or {}
        for end, bound in zip(("low", "high"), want["top_ci95_wilson"]):
            self.near(f"{name}: Wilson's {end}", interval.get(end), bound)
        mean = self.measure(report, "csat_mean", column, segment)
        self.near(f"{name}: mean", mean.get("value"), want["mean"])

    def nps(self, name: str, report: dict, column: dict, want: dict, segment=None) -> None:
        measure = self.measure(report, "nps", column, segment)
        self.same(f"{name}: n", measure.get("n"), want["n"])
        parts = {kind: want[kind] for kind in ("detractors", "passives", "promoters")}
        self.same(f"{name}: parts", measure.get("parts"), parts)
        self.near(f"{name}: score", measure.get("value"), want["nps"])
        self.near(f"{name}: error", measure.get("se"), want["se_pop"])

    def options(self, name: str, report: dict, column: dict, want: dict) -> None:
        """How often each text was given: from the shares of a choice, the points of a scale, or a segment."""
        shares = {m["option"]: m["parts"]["chosen"] for m in report["measures"]
                  if m["id"] == "share" and m["column"] == column.get("column") and not m["segment"]}
        got = shares or dict(column.get("top", []))
        flat = lambda counts: {" ".join(k.replace("\u00a0", " ").split()): n for k, n in counts.items() if k}
        wanted = flat(want)
        if not shares and len(wanted) > 12:
            wanted = dict(sorted(wanted.items(), key=lambda item: -item[1])[:len(got)])
        self.same(f"{name}: options", flat(got), wanted)
