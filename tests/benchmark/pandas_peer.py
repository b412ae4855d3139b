# SPDX-License-Identifier: Apache-2.0
"""The job as pandas does it best here: pandas_peer.py FILE -> JSON, one row per group.

Chosen by measuring: the C parser over just the columns of the job, explicit types (float32 keeps a missing
answer apart; Int8 takes four times as long), a million rows at a time, which is as fast as all at once.
"""
import json
import sys

import pandas

MEANS = ["csat", "ease", "speed", "quality", "training"]
SCORES = ["nps"] + MEANS
NAMES = ["id", "submitted", "department", "role", "region"] + SCORES + ["comment"]
COUNTS = ["detractors", "passives", "promoters", "satisfied"]

total = None
chunks = pandas.read_csv(
    sys.argv[1], engine="c", header=0, names=NAMES, usecols=["department"] + SCORES,
    dtype={"department": "category", **{name: "float32" for name in SCORES}}, chunksize=1_000_000)
for chunk in chunks:
    nps = chunk["nps"]
    chunk["detractors"] = nps.le(6)
    chunk["passives"] = nps.between(7, 8)
    chunk["promoters"] = nps.ge(9)
    chunk["satisfied"] = chunk["csat"].ge(4)
    groups = chunk.groupby("department", observed=True, sort=False)
    sums = groups[COUNTS + MEANS].sum().astype("float64")  # below 2^24 in a chunk: exact
    counts = groups[SCORES].count().add_suffix("_n")
    part = sums.join(counts).join(groups.size().rename("responses"))
    part.index = part.index.astype(str)
    total = part if total is None else total.add(part, fill_value=0)

rows = []
for department, group in [(None, total.sum())] + list(total.iterrows()):
    row = {"department": department}
    for name in COUNTS:
        row[name] = int(group[name])
    for name in SCORES:
        row[name + "_n"] = int(group[name + "_n"])
        row[name + "_missing"] = int(group["responses"] - group[name + "_n"])
    for name in MEANS:
        row[name + "_mean"] = group[name] / group[name + "_n"]
    rows.append(row)
print(json.dumps(rows))
