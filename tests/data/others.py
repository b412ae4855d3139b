# SPDX-License-Identifier: Apache-2.0
"""Pastes, edge cases, summaries, and tables that are no surveys: read right, and scored only where they are."""
import json
import tempfile

from surveys import expected
from truth import DATA, Truth

# Readable answers (formats.md: "9分", "10 - Extremely likely", "4 / 5"), where the strict reading of the
# definitions says invalid; and words for "no answer", which it takes for invalid ones.
READ_ANSWERS = {
    "unit suffix": {"n": 3, "missing": 0, "invalid": 0, "nps": 100 / 3},
    "label prefix (SurveyMonkey/Qualtrics style)": {"n": 4, "missing": 0, "invalid": 0, "nps": 25},
    "fraction": {"n": 2, "missing": 0, "invalid": 0, "nps": 0},
    "Chinese missing words": {"n": 1, "missing": 4, "invalid": 2, "nps": 100},
}


def cncf_2019(t: Truth) -> None:
    want = expected("cncf_2019_surveymonkey")
    report = t.report(DATA / "cncf_2019_surveymonkey.csv")
    source = report["inputs"][0]
    t.same("cncf 2019: rows, columns", (source["rows"]["read"], len(source["columns"])), (want["data_rows"], want["columns"]))
    t.same("cncf 2019: no NPS", [m for m in report["measures"] if m["id"] == "nps"], [])
    column = source["columns"][want["recommend_col_0based"]]
    t.counts("cncf 2019 recommend", column, {"n": want["data_rows"]})
    t.near("cncf 2019 recommend: mean", t.measure(report, "rating_mean", column).get("value"), want["top2_of_7"]["mean"])
    told = t.report(DATA / "cncf_2019_surveymonkey.csv", "--column", f"#{column['column']}=csat:1-7")
    t.csat("cncf 2019 top two of seven", told, column, want["top2_of_7"])
    t.options("cncf 2019 geography", report, source["columns"][0], want["geo_counts"])


def cncf_2021(t: Truth) -> None:
    want = expected("cncf_2021_part1_summary_tables")
    report = t.report(DATA / "cncf_2021_part1_summary_tables.xlsx")
    t.same("cncf 2021: sheets", len(report["inputs"]), want["sheets"])
    t.same("cncf 2021: no score", [m for m in report["measures"] if m.get("value") is not None], [])
    said = {m["where"]["input"] for m in report["messages"] if m["code"] == "summary_table"}
    t.check("cncf 2021: says that it is a summary", "cncf_2021_part1_summary_tables.xlsx#Question 1" in said, said)


def pastes(t: Truth) -> None:
    want = expected("pasted_text")
    report = t.report(DATA / "pasted_excel_tab.txt", "--column", "REC=nps", "--by", "Region", "--audience", "customer")
    column = t.column(report, "REC")
    t.counts("excel paste", column, want["pasted_excel_tab"]["overall"])
    t.nps("excel paste", report, column, want["pasted_excel_tab"]["overall"])
    for region, figures in want["pasted_excel_tab"]["by_Region"].items():
        t.nps(f"excel paste {region}", report, column, figures, {"Region": region})
    report = t.report(DATA / "pasted_markdown_table.txt", "--column", "REC=nps")
    t.same("markdown paste: rows", report["inputs"][0]["rows"]["read"], want["pasted_markdown_table"]["rows"])
    t.nps("markdown paste", report, t.column(report, "REC"), want["pasted_markdown_table"]["overall"])
    report = t.report(DATA / "nolicence/pasted_wjx_tab_utf8.txt")
    t.same("wjx paste: rows", report["inputs"][0]["rows"]["read"], want["pasted_wjx_tab_utf8"]["rows"])
    boxes = [m for m in report["measures"] if m["id"] == "csat"]
    for end, at in (("sat_first", 0), ("sat_last", -1)):
        t.near(f"wjx paste: {end}", boxes[at]["value"] if boxes else None, want["pasted_wjx_tab_utf8"][end]["top_pct"])


def edges(t: Truth) -> None:
    vectors = expected("nps_edge_vectors")
    for case in vectors["strict"] + vectors["judgement"]:
        name, figures = case["name"], dict(case.get("expected") or case["under_D1"])
        figures.update(READ_ANSWERS.get(name, {}))
        with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
            file.write("nps\n" + "".join(f'"{value}"\n' for value in case["values"]))
            file.flush()
            report = t.report(file.name, "--column", "nps=nps:0-10", "--audience", "customer")
        column = t.column(report, "nps")
        t.counts(f"edge {name}", column, figures)
        t.near(f"edge {name}: score", t.measure(report, "nps", column).get("value"), figures["nps"])


def not_surveys(t: Truth) -> None:
    tickets = expected("support_tickets")
    report = t.report(DATA / "nolicence/support_tickets.csv", "--by", "Ticket Channel")
    source = report["inputs"][0]
    t.same("tickets: rows", source["rows"]["read"], tickets["rows"])
    for name, blank in tickets["blank"].items():
        t.same(f"tickets {name}: missing", t.column(report, name).get("missing"), blank)
    column = t.column(report, "Customer Satisfaction Rating")
    t.counts("tickets csat", column, tickets["csat"])
    t.csat("tickets csat", report, column, tickets["csat"])
    for channel, figures in tickets["csat_by_Ticket Channel"].items():
        t.csat(f"tickets {channel}", report, column, figures, {"Ticket Channel": channel})
    churn = expected("telco_churn_ibm")
    source = t.report(DATA / "telco_churn_ibm.csv")["inputs"][0]
    t.same("telco: rows, columns", (source["rows"]["read"], len(source["columns"])), (churn["rows"], churn["cols"]))
    charges = next(c for c in source["columns"] if c["name"] == "TotalCharges")
    t.same("telco: blank charges", charges["missing"], churn["total_charges_blank_single_space"])
    pipeline = expected("crm_sales_pipeline")
    report = t.report(DATA / "nolicence/crm_sales_pipeline.csv")
    t.same("pipeline: rows", report["inputs"][0]["rows"]["read"], pipeline["rows"])
    t.same("pipeline: columns", len(report["inputs"][0]["columns"]), len(pipeline["columns"]))
    for name, blank in pipeline["blank"].items():
        t.same(f"pipeline {name}: missing", t.column(report, name).get("missing"), blank)
    t.options("pipeline stages", report, t.column(report, "deal_stage"), pipeline["stages"])
    orders = expected("cdnow_sample")
    source = t.report(DATA / "cdnow_sample.txt")["inputs"][0]
    t.same("orders: rows, columns", (source["rows"]["read"], len(source["columns"])), (orders["rows"], 5))


ALL = [cncf_2019, cncf_2021, pastes, edges, not_surveys]
