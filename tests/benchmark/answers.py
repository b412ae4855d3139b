# SPDX-License-Identifier: Apache-2.0
"""What each peer printed, as one shape, so that answers can be compared before times are.

An answer is {(group, figure): number}. Groups are "" (everyone) and each department; figures are the NPS
counts, the top-two-box count, bases and means; missing answers are counted for everyone.
"""
import csv
import json

MEANS = ["csat", "ease", "speed", "quality", "training"]
SCORES = ["nps"] + MEANS
COUNTS = ["detractors", "passives", "promoters", "satisfied"]
FIRST_SCORE = 6  # the NPS question is the file's sixth column
RELATIVE = 1e-11  # Topline writes 12 digits


def from_rows(path):
    """The rows that duckdb_peer.mjs and pandas_peer.py print."""
    answer = {}
    with open(path, encoding="utf-8") as text:
        for row in json.load(text):
            group = row["department"] or ""
            figures = COUNTS + [f"{name}_n" for name in SCORES] + [f"{name}_mean" for name in MEANS]
            figures += [] if group else [f"{name}_missing" for name in SCORES]
            for figure in figures:
                value = row[figure]
                answer[group, figure] = float(value) if figure.endswith("_mean") else int(value)
    return answer


def from_combinations(path):
    """Miller's count of each combination of Department and the six scores."""
    sums = {}
    with open(path, encoding="utf-8", newline="") as text:
        for department, *scores, count in csv.reader(text):
            if department in ("3", "Department"):  # Miller's header of numbers, and the file's own
                continue
            count = int(count)
            for group in ("", department):
                total = sums.setdefault(group, dict.fromkeys(
                    COUNTS + [f"{name}_{part}" for name in SCORES for part in ("n", "sum", "missing")], 0))
                for name, score in zip(SCORES, scores):
                    if score == "":
                        total[f"{name}_missing"] += count
                        continue
                    score = int(score)
                    total[f"{name}_n"] += count
                    total[f"{name}_sum"] += score * count
                    if name == "nps":
                        box = "promoters" if score >= 9 else "passives" if score >= 7 else "detractors"
                        total[box] += count
                    elif name == "csat" and score >= 4:
                        total["satisfied"] += count
    answer = {}
    for group, total in sums.items():
        for figure in COUNTS + [f"{name}_n" for name in SCORES]:
            answer[group, figure] = total[figure]
        for name in MEANS:
            answer[group, f"{name}_mean"] = total[f"{name}_sum"] / total[f"{name}_n"]
        if not group:
            for name in SCORES:
                answer[group, f"{name}_missing"] = total[f"{name}_missing"]
    return answer


def from_report(path):
    """Topline's own JSON report."""
    with open(path, encoding="utf-8") as text:
        report = json.load(text)
    answer = {}
    for column in report["inputs"][0]["columns"]:
        at = column["column"] - FIRST_SCORE
        if 0 <= at < len(SCORES):
            answer["", f"{SCORES[at]}_missing"] = column["missing"]
    for measure in report["measures"]:
        at = measure["column"] - FIRST_SCORE
        if not 0 <= at < len(SCORES) or "value" not in measure or set(measure["segment"]) - {"Department"}:
            continue
        group, name = measure["segment"].get("Department", ""), SCORES[at]
        answer[group, f"{name}_n"] = measure["n"]
        if measure["id"] == "nps":
            answer.update({(group, box): measure["parts"][box] for box in COUNTS[:3]})
        elif measure["id"] == "csat":
            answer[group, "satisfied"] = measure["parts"]["satisfied"]
        elif measure["id"] in ("csat_mean", "rating_mean"):
            answer[group, f"{name}_mean"] = measure["value"]
    return answer


def differences(ours, theirs):
    """Each figure that is not the same: counts to the unit, means to Topline's 12 digits."""
    for key in sorted(set(ours) | set(theirs)):
        a, b = ours.get(key), theirs.get(key)
        if a is None or b is None or abs(a - b) > (RELATIVE * abs(b) if key[1].endswith("_mean") else 0):
            yield f"{key[0] or 'everyone'}, {key[1]}: {a} against {b}"
