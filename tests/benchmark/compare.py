# SPDX-License-Identifier: Apache-2.0
"""Topline and other tools on one job, timed in turn; see README.md beside this file."""
import argparse
import datetime
import hashlib
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import answers

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BENCH = ROOT / "build" / "bench"
UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9}
FIRST_BAR = {"duckdb": 4.0}  # times as fast, with one thread against DuckDB's two
BAR_BYTES = 900e6  # the bar is for 1 GB
PEAK_BAR_MB = 100
BUSY = 0.85  # of a processor: less of it for each thread, and something else was running


def main():
    options = parse()
    BENCH.mkdir(parents=True, exist_ok=True)
    survey = sample(options)
    size = survey.stat().st_size
    peers = {name: PEERS[name](options, survey) for name in ["topline"] + options.peers}
    for name, (command, read) in peers.items():  # the warm-up is the check
        run(name, command)
        peers[name] = (command, read(output_of(name)))
    wrong = 0
    for name in options.peers:
        for line in answers.differences(peers["topline"][1], peers[name][1]):
            print(f"topline and {name} differ: {line}", file=sys.stderr)
            wrong += 1
    if wrong:
        sys.exit(1)
    print(f"{survey.name}: {size / 1e6:.0f} MB; {len(peers['topline'][1])} figures, the same from all")

    runs = {name: [] for name in peers}
    for turn in range(options.runs):
        for name, (command, _) in peers.items():
            if turn < (options.runs if name in ("topline", "duckdb") else options.slow_runs):
                runs[name].append(run(name, command))
                progress(f"run {turn + 1} of {options.runs}: {name} {runs[name][-1]['wall']:.2f} s")
    progress("")
    result = {
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "machine": {"cores": len(os.sched_getaffinity(0)), "processor": processor(),
                    "load_at_end": os.getloadavg()[0]},
        "survey": {"bytes": size, "seed": options.seed},
        "peers": {name: summary(options, name, runs, size) for name in peers},
    }
    (BENCH / "result.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    show(result)


def parse():
    parser = argparse.ArgumentParser(
        prog="scripts/bench", description="Topline against DuckDB, Miller and pandas: NPS and CSAT of one "
        "CSV survey, overall and by department, whole processes in turn. Answers must agree first.")
    parser.add_argument("--size", default="1GB", help="of the survey: 50MB, 1GB … (1GB; at least 20MB)")
    parser.add_argument("--peers", default="duckdb,miller,pandas", help="(duckdb,miller,pandas)")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of Topline and DuckDB (5)")
    parser.add_argument("--slow-runs", type=int, default=3, help="counted runs of the others (3)")
    parser.add_argument("--threads", type=int, default=1, help="Topline's threads (1)")
    parser.add_argument("--duckdb-threads", type=int, default=2, help="DuckDB's threads (2)")
    parser.add_argument("--seed", type=int, default=1, help="of the generated survey (1)")
    parser.add_argument("--topline", type=Path, default=ROOT / "build/native/topline",
                        help="another build of the command line (build/native/topline)")
    options = parser.parse_args()
    size = re.fullmatch(r"(\d+(?:\.\d+)?)(KB|MB|GB)", options.size.upper())
    if not size or float(size[1]) * UNITS[size[2]] < 20e6:
        parser.error(f"--size {options.size}: a number and MB or GB, 20MB or more (50MB, 1GB)")
    options.bytes = int(float(size[1]) * UNITS[size[2]])
    options.peers = [name for name in options.peers.split(",") if name]
    for name in options.peers:
        if name not in PEERS or name == "topline":
            parser.error(f"--peers {name}: one of duckdb, miller, pandas")
    if options.runs < 1 or options.slow_runs < 1:
        parser.error("--runs, --slow-runs: 1 or more")
    return options


def sample(options):
    """The survey: written once for each size, seed and version of the generator."""
    def command(rows):
        return [options.topline, "sample", "-", "--rows", str(rows), "--seed", str(options.seed),
                "--text", "messy", "--lang", "en"]
    few = subprocess.run(command(20_000), check=True, stdout=subprocess.PIPE).stdout
    mark = hashlib.sha256(few).hexdigest()[:8]
    survey = BENCH / f"survey-{options.bytes}-{options.seed}-{mark}.csv"
    if not survey.exists():
        progress(f"writing {survey.name}")
        part = survey.with_suffix(".part")
        with part.open("wb") as out:
            subprocess.run(command(round(options.bytes / len(few) * 20_000)), check=True, stdout=out)
        part.rename(survey)
        progress("")
    return survey


def topline(options, survey):
    return ([options.topline, "report", survey, "--by", "Department", "--threads", str(options.threads),
             "--format", "json"], answers.from_report)


def duckdb(options, survey):
    return (["node", HERE / "duckdb_peer.mjs", survey, str(options.duckdb_threads)], answers.from_rows)


def miller(options, survey):
    # Counting each combination in one verb takes half the time of its expression language; the sums over
    # the combinations are made outside the timing, in its favour. -S -A: no type inference.
    return (["mlr", "-S", "-A", "--icsv", "--ocsv", "--implicit-csv-header", "count-distinct", "-f",
             "3,6,7,8,9,10,11", survey], answers.from_combinations)


def pandas(options, survey):
    for python in (sys.executable, "/usr/bin/python3"):  # the one that has it
        if not subprocess.run([python, "-c", "import pandas"], stderr=subprocess.DEVNULL).returncode:
            return [python, HERE / "pandas_peer.py", survey], answers.from_rows
    sys.exit("pandas is missing: install python3-pandas")


PEERS = {"topline": topline, "duckdb": duckdb, "miller": miller, "pandas": pandas}


def output_of(name):
    return BENCH / f"{name}.out"


def run(name, command):
    """One whole process, its output to a file. GNU time is the parent: a child's peak memory begins at
    that of whoever started it, which would be Python's."""
    usage = BENCH / "usage"
    with output_of(name).open("wb") as out:
        begin = time.perf_counter()
        code = subprocess.run(["time", "-q", "-f", "%U %S %M", "-o", usage, *command], stdout=out).returncode
        wall = time.perf_counter() - begin
    if code:
        sys.exit(f"{name} failed ({code}): {' '.join(map(str, command))}")
    user, system, peak = usage.read_text().split()
    return {"wall": wall, "cpu": float(user) + float(system), "peak_mb": int(peak) * 1024 / 1e6}


def summary(options, name, runs, size):
    mine = runs[name]
    figures = {key: spread([one[key] for one in mine]) for key in mine[0]}
    figures["mb_per_second"] = size / 1e6 / figures["wall"]["median"]
    figures["threads"] = {"topline": options.threads, "duckdb": options.duckdb_threads}.get(name)
    # Ratios are of neighbours in time, so that a machine that slows down slows both.
    for key in ("wall", "cpu"):
        figures[f"{key}_ratio"] = spread([a[key] / b[key] for a, b in zip(mine, runs["topline"])])
    if figures["threads"]:
        figures["had"] = statistics.median(one["cpu"] / one["wall"] for one in mine) / figures["threads"]
    figures["runs"] = mine
    return figures


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def show(result):
    def text(values, digits):
        return f"{values['median']:.{digits}f} ({values['min']:.{digits}f}–{values['max']:.{digits}f})"
    print(f"{'':8} {'threads':>7} {'runs':>4} {'seconds':>20} {'cpu s':>7} {'MB/s':>6} {'peak MB':>8}   "
          f"{'times the seconds':20} times the cpu")
    peers = result["peers"]
    for name, one in peers.items():
        print(f"{name:8} {one['threads'] or '':>7} {len(one['runs']):>4} {text(one['wall'], 2):>20} "
              f"{one['cpu']['median']:>7.2f} {one['mb_per_second']:>6.0f} {one['peak_mb']['median']:>8.1f}   "
              + ("" if name == "topline" else
                 f"{text(one['wall_ratio'], 2):20} {text(one['cpu_ratio'], 2)}"))
    busy = [(name, one) for name, one in peers.items() if one.get("had", 1) < BUSY]
    for name, one in busy:
        print(f"busy machine: {name} had {one['had']:.0%} of the processors that its threads could use. Seconds "
              "then favour fewer threads: run again on an idle one, or go by cpu")
    for name, bar in FIRST_BAR.items():
        if name in peers:
            met = "met" if peers[name]["wall_ratio"]["median"] >= bar else "missed"
            if result["survey"]["bytes"] < BAR_BYTES:
                met = "not judged: in so small a file starting up weighs most"
            elif busy and met == "met":
                met = "not judged: busy machine"
            print(f"{bar:g} times {name}: {met}")
    met = "met" if peers["topline"]["peak_mb"]["max"] < PEAK_BAR_MB else "missed"
    print(f"peak memory under {PEAK_BAR_MB} MB: {met}")


def processor():
    try:
        names = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.M)
    except OSError:
        names = None
    return names[1] if names else platform.machine()


def progress(text):
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
