# SPDX-License-Identifier: Apache-2.0
"""How survey tools write a table, and how answers are written; the words in both languages."""
import dataclasses
from typing import Callable

WORDS = {
    "en": {
        "nps": "How likely are you to recommend the CRM to a colleague?",
        "csat": "Overall, how satisfied are you with the CRM?",
        "why": "What should we improve?",
        "comments": ["", "fine", 'says "no" often', "slow, and hard to learn", "two\nlines", "n/a", "a;b|c\td"],
        5: ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
        7: ["Extremely dissatisfied", "Moderately dissatisfied", "Slightly dissatisfied", "Neutral",
            "Slightly satisfied", "Moderately satisfied", "Extremely satisfied"],
        "likely": {0: "Not at all likely", 10: "Extremely likely"}, "unit": " points",
    },
    "zh": {
        "nps": "您有多大可能向同事推荐本CRM系统？",
        "csat": "您对CRM的总体满意度？",
        "why": "您希望我们改进什么？",
        "comments": ["", "很好", "太慢，难学", '他说"不行"', "两\n行", "没有", "甲;乙|丙"],
        5: ["非常不满意", "不满意", "一般", "满意", "非常满意"],
        7: None,
        "likely": {0: "完全不可能", 10: "非常可能"}, "unit": "分",
    },
}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclasses.dataclass
class Scale:
    low: int
    high: int
    box: int
    form: str  # digits, words, of, coded, code

    def point(self, mood: float) -> int:
        return min(self.high, self.low + int(mood * (self.high - self.low + 1)))


SCALES = {
    "1-5": Scale(1, 5, 4, "digits"),
    "1-5 words": Scale(1, 5, 4, "words"),
    "1-5 of": Scale(1, 5, 4, "of"),
    "1-5 coded": Scale(1, 5, 4, "coded"),
    "A1-A5": Scale(1, 5, 4, "code"),
    "1-7": Scale(1, 7, 6, "digits"),
    "1-7 words": Scale(1, 7, 6, "words"),
    "1-10": Scale(1, 10, 8, "digits"),
    "0-10": Scale(0, 10, 8, "digits"),
    "1-4": Scale(1, 4, 3, "digits"),
}


def write_nps(value: int, form: str, language: str) -> str:
    words = WORDS[language]
    if form == "label" and value in words["likely"]:
        return f"{value} - {words['likely'][value]}"
    if form == "unit":
        return f"{value}{words['unit']}"
    return str(value).translate(WIDE) if form == "wide" else str(value)


def write_satisfaction(point: int, scale: str, language: str) -> str:
    form, high = SCALES[scale].form, SCALES[scale].high
    words = WORDS[language].get(high)
    if form == "of":
        return f"{point} / {high}"
    if form == "code":
        return f"A{point}"
    if form in ("words", "coded") and words:
        return words[point - 1] if form == "words" else f"{point} - {words[point - 1]}"
    return str(point)


def stamp(k: int, form: str = "{:04}-{:02}-{:02} {:02}:{:02}:00") -> str:
    return form.format(2026, 1 + k // 28, 1 + k % 28, 8 + k % 10, k % 60)


@dataclasses.dataclass
class Layout:
    """table(rows, words, scale): rows of likelihood, satisfaction, comment -> all records."""
    table: Callable
    languages: tuple = ("en", "zh")
    delimiters: tuple = ()
    encodings: tuple = ()
    scales: tuple = ()
    nps: tuple = ()
    missing: tuple = ()
    quotable: bool = True


def plain(rows, w, scale):
    return [["id", w["nps"], w["csat"], w["why"]]] + [[str(k + 1), *row] for k, row in enumerate(rows)]


def weighted(rows, w, scale):
    head = [["id", "weight", w["nps"], w["csat"], w["why"]]]
    return head + [[str(k + 1), ("0,75", "1,25")[k % 2], *row] for k, row in enumerate(rows)]


def preamble(rows, w, scale):
    return [["CRM survey 2026"], [], ["Exported: 2026-09-30"]] + plain(rows, w, scale)


def trailing(rows, w, scale):
    return [row + [""] for row in plain(rows, w, scale)]


def surveymonkey(rows, w, scale):
    head = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", w["nps"], w["csat"], w["why"]]
    second = [""] * 5 + ["Response", "Response", "Open-Ended Response"]
    day = "{1:02}/{2:02}/{0:04} {3:02}:{4:02}:00 AM"
    return [head, second] + [[str(114 * 10**9 + k), "99", stamp(k, day), stamp(k, day), "192.0.2.1", *row]
                             for k, row in enumerate(rows)]


def qualtrics(rows, w, scale):
    names = ["StartDate", "EndDate", "Status", "Progress", "Finished", "ResponseId", "Q1_NPS_GROUP", "Q1", "Q2", "Q3"]
    labels = ["Start Date", "End Date", "Response Type", "Progress", "Finished", "Response ID",
              w["nps"] + " - Group", w["nps"], w["csat"], w["why"]]
    ids = ['{"ImportId":"%s"}' % name.lower() for name in names]
    body = [[stamp(k), stamp(k), "0", "100", "1", f"R_{k:05}", str(1 + k % 3), *row] for k, row in enumerate(rows)]
    # A preview and an unfinished response, which nobody counts.
    body += [[stamp(99), stamp(99), "1", "100", "1", "R_preview", "3", rows[1][0], rows[1][1], ""],
             [stamp(98), stamp(98), "0", "40", "0", "R_open", "3", rows[1][0], "", ""]]
    return [names, labels, ids] + body


def limesurvey(rows, w, scale):
    head = ["id", "submitdate", "lastpage", "startlanguage", "seed", "NPS", "SAT[SQ001]", "WHY"]
    body = [[str(k + 1), stamp(k), "3", "en", "123456", *row] for k, row in enumerate(rows)]
    return [head] + body + [["99", "", "1", "en", "123456", rows[0][0], "", ""]]


def wjx(rows, w, scale):
    head = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、" + w["nps"], "2、" + w["csat"], "3、" + w["why"], "总分"]
    return [head] + [[str(k + 1), stamp(k, "{}/{}/{} {}:{:02}:01"), f"{60 + k}秒", "微信", "N/A", "192.0.2.1(北京-北京)", *row, "0"]
                     for k, row in enumerate(rows)]


def tencent(rows, w, scale):
    head = ["编号", "开始答题时间", "结束答题时间", "自定义字段", "1." + w["nps"], "2." + w["csat"], "3." + w["why"], ""]
    return [head] + [[str(k + 1), stamp(k, "{2:02}-Feb-{0} {3}:{4:02}:58"), stamp(k, "{2:02}-Feb-{0} {3}:{4:02}:59"), "", *row, ""]
                     for k, row in enumerate(rows)]


def google(rows, w, scale):
    head = ["Timestamp", "Email Address", w["nps"], w["csat"], w["why"]]
    return [head] + [[stamp(k, "{}/{:02}/{:02} {}:{:02}:00 AM GMT+8"), f"u{k}@example.com", *row] for k, row in enumerate(rows)]


def microsoft(rows, w, scale):
    head = ["ID", "Start time", "Completion time", "Email", "Name", w["nps"] + "\n", w["csat"].replace(", ", ",\n"), w["why"]]
    day = "{1}/{2}/26 {3}:{4:02}:00"
    return [head] + [[str(k + 1), stamp(k, day), stamp(k, day), "anonymous", "", *row] for k, row in enumerate(rows)]


def typeform(rows, w, scale):
    head = ["#", w["nps"], w["csat"], w["why"], "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]
    return [head] + [[f"{k:032x}", *row, stamp(k), stamp(k), f"{k:010x}"] for k, row in enumerate(rows)]


def formbricks(rows, w, scale):
    head = ["No.", "Response ID", "Timestamp", "Finished", "Survey ID", "Formbricks ID (internal)", "User ID",
            "1. " + w["nps"], "2. " + w["csat"], "3. " + w["why"]]
    body = [[str(k + 1), f"cl{k:03}", stamp(k), "Yes", "s1", "", "", *row] for k, row in enumerate(rows)]
    return [head] + body + [["99", "cl999", stamp(99), "No", "s1", "", "", rows[0][0], "", ""]]


def markdown(rows, w, scale):
    clean = [[cell.replace("\n", " ").replace("|", "\\|") for cell in row] for row in plain(rows, w, scale)]
    return [clean[0], ["---"] * 4] + clean[1:]


LAYOUTS = {
    "plain": Layout(plain),
    "weight_decimal_comma": Layout(weighted, delimiters=(";", "\t")),
    "preamble": Layout(preamble),
    "trailing_delimiter": Layout(trailing),
    "sep_line": Layout(plain, encodings=("utf-8", "utf-8-sig")),
    "excel_paste": Layout(plain, delimiters=("\t",), encodings=("utf-8", "utf-16")),
    "surveymonkey": Layout(surveymonkey, delimiters=(",",)),
    "qualtrics": Layout(qualtrics, delimiters=(",", "\t")),
    "limesurvey": Layout(limesurvey, delimiters=(";", ",")),
    "wjx": Layout(wjx, languages=("zh",), delimiters=(",",), encodings=("utf-8-sig", "gb18030"),
                  missing=("", "(跳过)", "(空)", "-3", "-2")),
    "tencent": Layout(tencent, languages=("zh",), delimiters=(",",), encodings=("utf-8-sig", "gb18030")),
    "google_forms": Layout(google, delimiters=(",",), encodings=("utf-8",)),
    "microsoft_forms": Layout(microsoft, delimiters=(",",)),
    "typeform": Layout(typeform, delimiters=(",",), encodings=("utf-8", "utf-8-sig")),
    "formbricks": Layout(formbricks, delimiters=(",",), encodings=("utf-8",)),
    "markdown": Layout(markdown, encodings=("utf-8",), quotable=False),
}
