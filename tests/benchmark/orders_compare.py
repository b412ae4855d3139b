# SPDX-License-Identifier: Apache-2.0
"""Topline and DuckDB on orders: lifetime value, RFM, cohorts of many customers; whole processes in turn.
The figures must agree first. See README.md beside this file."""
import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BENCH = ROOT / "build" / "bench"
BAR = 5.0  # times as fast, all with two threads
PEERS = ("plain sql", "tuned sql")  # of DuckDB: as one writes it first, and as we made it fastest
SEGMENTS = {(True, True, True): "important_value", (True, True, False): "important_develop",
            (True, False, True): "important_keep", (True, False, False): "important_win_back",
            (False, True, True): "general_value", (False, True, False): "general_develop",
            (False, False, True): "general_keep", (False, False, False): "general_win_back"}


def main():
    options = parse()
    BENCH.mkdir(parents=True, exist_ok=True)
    orders = sample(options)
    commands = {
        "topline": [options.topline, "report", orders, "--kind", "orders", "--threads", str(options.threads),
                    "--format", "json"],
        "plain sql": ["node", HERE / "orders_duckdb_plain.mjs", orders, str(options.threads)],
        "tuned sql": ["node", HERE / "orders_duckdb.mjs", orders, str(options.threads)],
    }
    for name, command in commands.items():  # the warm-up is the check
        run(name, command)
    ours = from_topline(load("topline"))
    for peer in PEERS:
        check(ours, from_duckdb(load(peer)), peer)
    print(f"{orders.name}: {orders.stat().st_size / 1e6:.0f} MB; {len(ours)} figures, the same from all")
    runs = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            runs[name].append(run(name, command))
    for name, mine in runs.items():
        print(f"{name:10} " + ", ".join(
            f"{key} {statistics.median(one[key] for one in mine):.2f}" for key in mine[0]))
    for peer in PEERS:
        for key in ("wall", "user"):
            ratios = [a[key] / b[key] for a, b in zip(runs[peer], runs["topline"])]
            met = "" if key != "wall" else f" (bar {BAR:g}: {'met' if statistics.median(ratios) >= BAR else 'missed'})"
            print(f"{peer}, {key}: {statistics.median(ratios):.2f} times ({min(ratios):.2f}–{max(ratios):.2f}){met}")


def check(ours, theirs, peer):
    wrong = [key for key in sorted(ours.keys() | theirs.keys())
             if abs(ours.get(key, float("nan")) - theirs.get(key, float("nan"))) >
             1e-9 * max(1, abs(theirs.get(key, 0))) or key not in ours or key not in theirs]
    for key in wrong:
        print(f"{key}: topline {ours.get(key)}, {peer} {theirs.get(key)}", file=sys.stderr)
    if wrong:
        sys.exit(1)


def parse():
    parser = argparse.ArgumentParser(prog="scripts/bench_orders", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2, help="of each (2)")
    parser.add_argument("--topline", type=Path, default=ROOT / "build/native/topline")
    return parser.parse_args()


def sample(options):
    orders = BENCH / f"orders-{options.rows}-{options.customers}-{options.seed}.csv"
    if not orders.exists():
        part = orders.with_suffix(".part")
        subprocess.run(["node", HERE / "orders_sample.mjs", part, str(options.rows), str(options.customers),
                        str(options.seed)], check=True)
        part.rename(orders)
    return orders


def run(name, command):
    """One whole process, its output to a file."""
    usage = BENCH / "usage"
    with (BENCH / f"orders_{name.replace(' ', '_')}.out").open("wb") as out:
        begin = time.perf_counter()
        code = subprocess.run(["time", "-q", "-f", "%U %S %M", "-o", usage, *command], stdout=out).returncode
        wall = time.perf_counter() - begin
    if code:
        sys.exit(f"{name} failed ({code}): {' '.join(map(str, command))}")
    user, system, peak = usage.read_text().split()
    return {"wall": wall, "user": float(user), "system": float(system), "peak_mb": int(peak) * 1024 / 1e6}


def load(name):
    with (BENCH / f"orders_{name.replace(' ', '_')}.out").open(encoding="utf-8") as text:
        return json.load(text)


def from_topline(report):
    figures = {}
    for measure in report["measures"]:
        name, parts = measure["id"], measure.get("parts", {})
        if name == "sales_total" and measure["wave"] is None:
            figures["revenue"], figures["purchases"] = measure["value"], measure["n"]
        elif name == "ltv":
            figures["ltv"], figures["customers"] = measure["value"], measure["n"]
        elif name == "repeat_rate":
            figures["repeaters"] = parts["repeat_customers"]
        elif name == "rfm_segment" and "option" in measure:
            figures[measure["option"]] = measure["value"]
        elif name == "rfm_segment":
            for letter, word in (("r", "recency"), ("f", "frequency"), ("m", "value")):
                for k in range(4):
                    figures[f"{letter} cut {k + 1}"] = parts[f"{word}_cuts"][k]
                for k in range(5):
                    figures[f"{letter} score {k + 1}"] = parts[f"{word}_scores"][k]
            figures["555"], figures["111"] = parts["customers_555"], parts["customers_111"]
        elif name == "retention_rate" and "cohort" in measure["segment"]:
            for since, active in enumerate(parts["active"]):
                figures[f"cohort {measure['segment']['cohort']} + {since}"] = active
    return figures


def from_duckdb(answer):
    totals = {key: float(value) for key, value in answer["totals"].items()}
    figures = {key: totals[key] for key in ("revenue", "purchases", "customers", "repeaters")}
    figures["ltv"] = (totals["revenue"] / totals["customers"] * totals["lifespan_days"] / totals["customers"] /
                      totals["span_days"])
    for letter in "rfm":
        for k in range(4):
            figures[f"{letter} cut {k + 1}"] = float(answer["cuts"][letter][k])
        for k in range(1, 6):
            figures[f"{letter} score {k}"] = 0
    for row in answer["scores"]:
        for letter in "rfm":
            figures[f"{letter} score {row[letter]}"] += int(row["n"])
    for name, wanted in (("555", 5), ("111", 1)):
        figures[name] = sum(int(row["n"]) for row in answer["scores"]
                            if all(int(row[letter]) == wanted for letter in "rfm"))
    for key in SEGMENTS.values():
        figures[key] = 0
    for row in answer["segments"]:
        figures[SEGMENTS[row["much"], row["recent"], row["often"]]] += int(row["n"])
    for row in answer["cohorts"]:
        year, month = map(int, row["cohort"].split("-"))
        first = (year - 2023) * 12 + month - 7
        for k in range(first, 36):
            figures[f"cohort {row['cohort']} + {k - first}"] = int(row[f"m{k}"])
    return figures


if __name__ == "__main__":
    main()
