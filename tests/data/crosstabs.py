# SPDX-License-Identifier: Apache-2.0
"""Crosstabs of real tables: counts, χ², its p and Cramér's V against those of the expected files."""
from surveys import expected
from truth import DATA, Truth

ASKED = ("--crosstabs", "--audience", "customer")


def told(names, role: str) -> list:
    return [part for name in names for part in ("--column", f"{name}={role}")]


def same_test(t: Truth, name: str, report: dict, question: str, by: str, want: dict) -> dict:
    """The crosstab of the question by the column, after its test is compared with {"chi2" or "stat", "df", "p", …}."""
    found = [one for one in report.get("crosstabs", [])
             if one["question"].startswith(question) and one["by"].startswith(by)]
    t.same(f"{name}: one table", len(found), 1)
    table = found[0] if found else {}
    t.near(f"{name}: chi squared", table.get("chi_squared"), want.get("chi2", want.get("stat")))
    t.same(f"{name}: df", table.get("df"), want["df"])
    p = table.get("p") or 0
    t.check(f"{name}: p", abs(p - want["p"]) <= 1e-9 * want["p"], f"want {want['p']}, got {p}")
    t.near(f"{name}: Cramér's V", table.get("cramers_v"), want["cramers_v"])
    return table


def same_counts(t: Truth, name: str, table: dict, want: dict) -> None:
    """The counts, whichever way the expected table stands: {"rows", "cols", "table"}."""
    got = {(answer, segment["name"]): n for segment in table.get("segments", [])
           for answer, n in zip(table["answers"], segment["counts"])}
    wanted = {}
    for row, line in zip(want["rows"], want["table"]):
        for col, n in zip(want["cols"], line):
            pair = (str(row), str(col))
            wanted[pair if pair in got else pair[::-1]] = n
    t.same(f"{name}: counts", got, wanted)


def apples(t: Truth) -> None:
    want = expected("nps_cran_testdata")["tests"]
    report = t.report(DATA / "nps_cran_testdata.csv", "--column", "REC=nps", "--by", "BU", "--by", "Region", *ASKED)
    for by, figures in want.items():
        table = same_test(t, f"apples {by}", report, "REC", by, figures["chi2"])
        for segment, name, (promoters, passives, detractors) in zip(table["segments"], figures["groups"], figures["table_P_A_D"]):
            t.same(f"apples {name}", (segment["name"], segment["counts"]), (name, [detractors, passives, promoters]))


def airport(t: Truth) -> None:
    want = expected("sfo_2017_survey")["tests"]
    by = [part for name in want for part in ("--by", name)]
    report = t.report(DATA / "sfo_2017_survey.csv", "--column", "NETPRO=nps", *by, *ASKED)
    for name, figures in want.items():
        same_test(t, f"airport {name}", report, "NETPRO", name, figures["chi2"])


def people(t: Truth) -> None:
    want = expected("hr_attrition_ibm")
    path = DATA / "hr_attrition_ibm.csv"
    left = t.report(path, *told(["Attrition"], "choice"), "--by", "Department", *ASKED)
    figures = want["chi2_attrition_department"]
    same_counts(t, "attrition by department",
                same_test(t, "attrition by department", left, "Attrition", "Department", figures), figures)
    satisfied = t.report(path, "--by", "Attrition", *ASKED)
    figures = want["chi2_jobsat_attrition"]
    same_counts(t, "job satisfaction by attrition",
                same_test(t, "job satisfaction by attrition", satisfied, "JobSatisfaction", "Attrition", figures), figures)


def churn(t: Truth) -> None:
    want = {key[5:]: figures for key, figures in expected("telco_churn_ibm").items() if key.startswith("chi2_")}
    by = [part for name in want for part in ("--by", name)]
    report = t.report(DATA / "telco_churn_ibm.csv", "--kind", "survey", *told(["Churn"], "choice"), *by, *ASKED)
    for name, figures in want.items():
        same_counts(t, f"churn by {name}", same_test(t, f"churn by {name}", report, "Churn", name, figures), figures)


def schools(t: Truth) -> None:
    want = expected("pisa_st25_66690")["chi2_first_item_by_cnt"]
    report = t.report(DATA / "pisa_st25_66690.csv", *told(["ST25Q01"], "choice"), "--by", "CNT", *ASKED)
    same_counts(t, "schools", same_test(t, "schools", report, "ST25Q01", "CNT", want), want)


def housing(t: Truth) -> None:
    for name, want in expected("mass_housing_freq").items():
        if not name.startswith("chi2_sat_"):
            continue
        by = name[len("chi2_sat_"):]
        report = t.report(DATA / "mass_housing_freq.csv", *told(["Sat"], "choice"), "--by", by, *ASKED)
        same_counts(t, f"housing by {by}", same_test(t, f"housing by {by}", report, "Sat", by, want), want)


def commas(t: Truth) -> None:
    want = expected("comma_survey")["chi2_care_by_gender_nonblank"]
    question = "How much, if at all, do you care about the use"
    report = t.report(DATA / "comma_survey.csv", *told(["#4"], "choice"), "--by", "Gender", *ASKED)
    same_counts(t, "commas", same_test(t, "commas", report, question, "Gender", want), want)


def attitudes(t: Truth) -> None:
    want = expected("wjx_zh_ai_social")
    figures = want["chi2_gender_attitude"]
    place = next(k for k, header in enumerate(want["headers"]) if header.startswith("11、")) + 1
    for file in want["files"]:
        report = t.report(DATA / file, *told([f"#{place}"], "choice"), "--by", "#2", *ASKED)
        table = same_test(t, "attitude by gender", report, "11、", "1、", figures)
        got = sorted(sorted(segment["counts"]) for segment in table["segments"])
        t.same("attitude by gender: counts", got, sorted(sorted(line) for line in figures["table"]))


def tickets(t: Truth) -> None:
    want = expected("support_tickets")["chi2_rating_channel"]
    report = t.report(DATA / "nolicence/support_tickets.csv", "--kind", "survey",
                      *told(["Customer Satisfaction Rating"], "csat"), "--by", "Ticket Channel", *ASKED)
    same_counts(t, "tickets", same_test(t, "tickets", report, "Customer Satisfaction", "Ticket Channel", want), want)


ALL = [apples, airport, people, churn, schools, housing, commas, attitudes, tickets]
