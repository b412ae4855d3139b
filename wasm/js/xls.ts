// SPDX-License-Identifier: Apache-2.0
// Workbooks of the old kind (.xls) become XLSX, which the core reads: one reader makes the texts. Numbers
// stay numbers and keep their formats, so that the core tells dates as in any XLSX.

import { read, set_cptable, write } from "@e965/xlsx";
import { Failure } from "./failure.js";

// Before Excel 97 texts were in a code page. Browsers know these; the library's own tables of them
// would be larger than the rest of the page.
const labels: Record<number, string> = {
  874: "windows-874", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 1200: "utf-16le",
  10000: "macintosh", 10007: "x-mac-cyrillic", 65001: "utf-8",
};
for (let page = 1250; page <= 1258; ++page) labels[page] = `windows-${page}`;

set_cptable({
  utils: {
    hascp: (page: number) => page in labels,
    decode(page: number, data: string | ArrayLike<number>) {
      const bytes = typeof data === "string" ? Uint8Array.from(data, (c) => c.charCodeAt(0)) : Uint8Array.from(data);
      return new TextDecoder(labels[page] ?? "windows-1252").decode(bytes);
    },
  },
});

/** The bytes of an .xls file as those of an XLSX file. Failure: bad_workbook. */
export function xlsxOf(xls: Uint8Array): Uint8Array {
  try {
    const book = read(xls, { type: "array", cellNF: true, cellStyles: true, cellText: false, cellHTML: false, dense: true });
    return new Uint8Array(write(book, { type: "array", bookType: "xlsx", bookSST: true }));
  } catch (problem) {
    throw new Failure("bad_workbook", (problem as Error).message);
  }
}
