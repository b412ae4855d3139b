# SPDX-License-Identifier: Apache-2.0
"""ODS workbooks as they come from a spreadsheet program; .xls, which only the page opens."""
import io
import json
import unittest
import zipfile

from topline import NPS, Case, nps

STYLES = """<style:style style:name="d" style:family="table-cell" style:data-style-name="N1"/>
<number:date-style style:name="N1"><number:year/><number:month/><number:day/></number:date-style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>"""


def text(value):
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def number(value):
    return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'


def date(iso):
    return f'<table:table-cell table:style-name="d" office:value-type="date" office:date-value="{iso}"><text:p>shown</text:p></table:table-cell>'


def table(name, rows, style="shown"):
    # Every program fills a sheet up to its last row and column.
    rows = "".join(f"<table:table-row>{''.join(row)}<table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row>" for row in rows)
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}{rest}</table:table>'


def ods(*tables, manifest="<manifest:manifest/>"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        file.writestr("content.xml", f"<office:document-content><office:automatic-styles>{STYLES}</office:automatic-styles>"
                      f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>")
        file.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


SCORES = [i * 7 % 11 for i in range(60)]
ANSWERS = table("Answers", [[text("recommend"), text("day")]] + [[number(score), date("2026-03-01")] for score in SCORES])
OLD = table("Old", [[text("recommend")]] + [[number(3)]] * 5, "hidden")


class Ods(Case):
    def test_gives_the_figures_of_its_cells(self):
        book = self.write("answers.ods", ods(ANSWERS, OLD))
        report = self.report(book, *NPS, "-q")
        score = nps(report)
        expected = 100 * (sum(s >= 9 for s in SCORES) - sum(s <= 6 for s in SCORES)) / len(SCORES)
        self.assertAlmostEqual(score["value"], expected, places=9)
        self.assertEqual(score["n"], 60)
        left_out = [m for m in report["messages"] if m["code"] == "sheets_left_out"]
        self.assertIn("Old", left_out[0]["text"])

    def test_rows_of_a_sheet(self):
        book = self.write("answers.ods", ods(ANSWERS, OLD))
        rows = json.loads(self.done("rows", book, "--sheet", "Answers", "--limit", "2", "--format", "json"))
        self.assertEqual(rows, [["recommend", "day"], ["0", "2026-03-01"]])
        rows = json.loads(self.done("rows", book, "--sheet", "old", "--format", "json"))
        self.assertEqual(rows, [["recommend"]] + [["3"]] * 5, "a hidden sheet is read by its name")
        self.assertIn("Answers, Old", self.fails(3, "rows", book, "--sheet", "none"))

    def test_what_is_locked_or_holds_no_sheet(self):
        locked = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
        self.assertIn("password", self.fails(3, "report", self.write("locked.ods", ods(ANSWERS, manifest=locked))))
        self.assertIn("no workbook", self.fails(3, "report", self.write("none.ods", ods())))


class Xls(Case):
    def test_says_where_it_can_be_opened(self):
        old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + b"\0" * 4000
        for command in ("report", "rows"):
            said = self.fails(3, command, self.write("old.xls", old))
            self.assertIn("topline.html", said)
            self.assertIn("save it as XLSX", said)
        locked = old + "EncryptedPackage".encode("utf-16-le")
        self.assertIn("password", self.fails(3, "report", self.write("locked.xlsx", locked)))


if __name__ == "__main__":
    unittest.main()
