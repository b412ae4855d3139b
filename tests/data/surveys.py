# SPDX-License-Identifier: Apache-2.0
"""Real surveys: every count and figure that their expected JSON gives and this version computes."""
import json

from truth import DATA, Truth


def expected(name: str) -> dict:
    return json.loads((DATA / "expected" / f"{name}.json").read_text())


def starwars(t: Truth) -> None:
    want, path = expected("starwars_surveymonkey"), DATA / "starwars_surveymonkey.csv"
    report = t.report(path, "--column", "#16=csat")  # favour is a rating; its top box has to be asked for
    source = report["inputs"][0]
    t.same("starwars: rows", source["rows"]["read"], want["data_rows"])
    t.same("starwars: columns", len(source["columns"]), want["columns"])
    t.same("starwars: header rows", source["header_rows"], 2)
    t.same("starwars: encoding", source["encoding"], "windows-1252")
    for k, (name, item) in enumerate(want["favourability"]["items"].items()):
        column = source["columns"][15 + k]
        t.check(f"starwars: {name} is column {16 + k}", name.split()[0] in column["name"], column["name"])
        t.counts(f"starwars {name}", column, item)
        kind = "csat_mean" if k == 0 else "rating_mean"
        t.near(f"starwars {name}: mean", t.measure(report, kind, column).get("value"), item["mean"])
    t.csat("starwars Han Solo", report, source["columns"][15], want["favourability"]["items"]["Han Solo"])
    t.options("starwars age", report, t.column(report, "Age"), want["age_counts"])


def comma(t: Truth) -> None:
    want = expected("comma_survey")
    report = t.report(DATA / "comma_survey.csv")
    t.same("comma: rows", report["inputs"][0]["rows"]["read"], want["rows"])
    for name, missing in want["missing"].items():
        column = t.column(report, name)
        t.same(f"comma {name[:30]}: missing", column.get("missing"), missing)
        if name in want["counts"]:
            t.options(f"comma {name[:30]}", report, column, want["counts"][name])


def dask(t: Truth) -> None:
    want = expected("dask_2019_googleforms")
    report = t.report(DATA / "dask_2019_googleforms.csv")
    source = report["inputs"][0]
    t.same("dask: layout", source["layout"], "google_forms")
    t.same("dask: rows", source["rows"]["read"], want["rows"])
    for name, missing in want["missing"].items():
        if name != "...":
            t.same(f"dask {name[:30]}: missing", t.column(report, name).get("missing"), missing)
    for name, multi in want["multi_select_semicolon"].items():
        column = t.column(report, name)
        t.same(f"dask {name[:30]}: answered", column.get("answered"), multi["answered"])
        shares = {m["option"]: m for m in report["measures"] if m["id"] == "share" and m["column"] == column.get("column")}
        for option, count in multi["counts"].items():
            share = shares.get(option.strip(), {})
            t.same(f"dask {option[:30]}: chosen", share.get("parts", {}).get("chosen"), count)
            t.near(f"dask {option[:30]}: share", share.get("value"), 100 * count / multi["answered"])
    t.options("dask stable", report, t.column(report, "Is Dask stable enough for you?"), want["stable_counts"])
    for name, counts in want["feature_grid"].items():
        t.options(f"dask {name[-30:]}", report, t.column(report, name), counts)


def qualtrics(t: Truth) -> None:
    want = expected("qualtrics_3header")
    report = t.report(DATA / "qualtrics_3header.csv")
    source = report["inputs"][0]
    rows = source["rows"]
    t.same("qualtrics: layout", (source["layout"], source["header_rows"]), ("qualtrics", 3))
    t.same("qualtrics: rows", rows["read"], want["data_rows"])
    t.same("qualtrics: names", [c["name"] for c in source["columns"]], want["columns"])
    labels = [c.get("label", c["name"]) for c in source["columns"]]
    t.same("qualtrics: labels", labels, [" ".join(text.split()) for text in want["question_text"]])
    t.same("qualtrics: previews", rows["excluded"], want["status"]["Survey Preview"])
    # A preview that was not finished is a preview.
    t.check("qualtrics: unfinished", want["finished"]["FALSE"] - 2 <= rows["incomplete"] <= want["finished"]["FALSE"], rows)
    kept = t.report(DATA / "qualtrics_3header.csv", "--column", "Status=ignore", "--column", "Finished=ignore")
    t.same("qualtrics: all kept", kept["inputs"][0]["rows"]["used"], want["data_rows"])
    german = expected("qualtrics_sample_de")
    source = t.report(DATA / "qualtrics_sample_de.csv")["inputs"][0]
    t.same("qualtrics de: names", [c["name"] for c in source["columns"]], german["columns"])
    t.same("qualtrics de: rows", source["rows"]["read"], german["data_rows"])


def bfi(t: Truth) -> None:
    want = expected("psych_bfi")
    told = [part for item in want["items"] for part in ("--column", f"{item}=rating:1-6")]
    asked = t.report(DATA / "psych_bfi.csv")
    report = t.report(DATA / "psych_bfi.csv", *told)  # a code or a rating: the user says
    for item, figures in want["items"].items():
        column = t.column(report, item)
        t.counts(f"bfi {item}", column, figures)
        t.near(f"bfi {item}: mean", t.measure(report, "rating_mean", column).get("value"), figures["mean"])
    values = [m for m in asked["measures"] if m.get("value") is not None and m["question"] in want["items"]]
    t.same("bfi: nothing is scored before it is said", values, [])


def attrition(t: Truth) -> None:
    want = expected("hr_attrition_ibm")
    told = [part for name in ("WorkLifeBalance", "JobInvolvement") for part in ("--column", f"{name}=csat:1-4")]
    report = t.report(DATA / "hr_attrition_ibm.csv", "--by", "Department", *told)
    source = report["inputs"][0]
    t.same("attrition: rows, columns", (source["rows"]["read"], len(source["columns"])), (want["rows"], want["cols"]))
    for name, figures in want["csat"].items():
        column = t.column(report, name)
        t.counts(f"attrition {name}", column, figures)
        t.csat(f"attrition {name}", report, column, figures)
    for team, figures in want["jobsat_by_department"].items():
        t.csat(f"attrition {team}", report, t.column(report, "JobSatisfaction"), figures, {"Department": team})


def housing(t: Truth) -> None:
    want = expected("mass_housing_freq")
    for by in ("Infl", "Type", "Cont"):
        report = t.report(DATA / "mass_housing_freq.csv", "--by", by)
        column = t.column(report, "Sat")
        t.same("housing: n", (report["inputs"][0]["rows"]["read"], column.get("answered")), (want["n"], want["n"]))
        box = t.measure(report, "csat", column)
        t.near("housing: high", box.get("value"), want["top_box_high_pct"])
        t.near("housing: mean", t.measure(report, "csat_mean", column).get("value"), want["mean_1_3"])
        t.same("housing: distribution", [n for _, n in box.get("distribution", [])],
               [want["sat"][level] for level in ("Low", "Medium", "High")])
        for group, figures in want[f"by_{by}"].items():
            part = t.measure(report, "csat", column, {by: group})
            t.same(f"housing {by}={group}: n", part.get("n"), figures["n"])
            t.near(f"housing {by}={group}: high", part.get("value"), figures["high_pct"])


def pisa(t: Truth) -> None:
    want = expected("pisa_st25_66690")
    told = [part for item in want["items"] for part in ("--column", f"{item}=csat")]  # its expected top box
    report = t.report(DATA / "pisa_st25_66690.csv", "--by", "CNT", *told)
    t.same("pisa: rows", report["inputs"][0]["rows"]["read"], want["rows"])
    t.options("pisa countries", report, t.column(report, "CNT"), want["cnt"])
    for item, figures in want["items"].items():
        t.counts(f"pisa {item}", t.column(report, item), figures)
        t.csat(f"pisa {item}", report, t.column(report, item), figures)
    for country, items in want["by_cnt"].items():
        for item, figures in items.items():
            t.csat(f"pisa {country} {item}", report, t.column(report, item), figures, {"CNT": country})


def sfo(t: Truth) -> None:
    want = expected("sfo_2017_survey")
    items = want["csat"]
    # The code list of the survey: 6 is "never used", 0 and Blank are blanks.
    told = [part for item in items for part in ("--column", f"{item}=csat:1-5:0,6,Blank,BLANK")]
    report = t.report(DATA / "sfo_2017_survey.csv", "--column", "NETPRO=nps", "--by", "STRATA", *told)
    source = report["inputs"][0]
    t.same("sfo: rows, columns", (source["rows"]["read"], len(source["columns"])), (want["rows"], want["cols"]))
    column = t.column(report, "NETPRO")
    t.counts("sfo nps", column, want["overall"])
    t.nps("sfo nps", report, column, want["overall"])
    for group, figures in want["by"]["STRATA"].items():
        t.nps(f"sfo nps STRATA={group}", report, column, figures, {"STRATA": group})
    for item, figures in items.items():
        t.counts(f"sfo {item}", t.column(report, item), figures)
        t.csat(f"sfo {item}", report, t.column(report, item), figures)


def wjx(t: Truth) -> None:
    want = expected("wjx_zh_ai_social")
    for file in want["files"]:
        report = t.report(DATA / file)
        source = report["inputs"][0]
        name = file.split(".")[-1]
        t.same(f"wjx {name}: layout", source["layout"], "wjx")
        t.same(f"wjx {name}: rows, columns", (source["rows"]["read"], len(source["columns"])),
               (want["data_rows"], want["columns"]))
        for column, header in zip(source["columns"], want["headers"]):
            t.same(f"wjx {name}: header", column["name"], " ".join(header.split()))
        for question, counts in want["counts"].items():
            t.options(f"wjx {name} {question[:12]}", report, t.column(report, question), counts)
        for k, figures in zip(want["q7_agreement_12_items"]["cols_0based"], want["q7_agreement_12_items"]["items"].values()):
            column = t.column(report, k)
            t.counts(f"wjx {name} q7 {k}", column, figures)
            t.near(f"wjx {name} q7 {k}: mean", t.measure(report, "rating_mean", column).get("value"), figures["mean"])
        for k, figures in zip(want["q17_satisfaction"].get("cols_0based", []), want["q17_satisfaction"]["items"].values()):
            t.csat(f"wjx {name} q17 {k}", report, t.column(report, k), figures)


ALL = [starwars, comma, dask, qualtrics, bfi, attrition, housing, pisa, sfo, wjx]
