// SPDX-License-Identifier: Apache-2.0
// Saving is a download: nothing is kept in the browser.

export function save(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name from a title: what no file system takes becomes a hyphen. */
export function fileName(title: string, ending: string): string {
  const plain = title.trim().replace(/[\\/:*?"<>|\u0000-\u001f]+/g, "-").slice(0, 80);
  return `${plain || "topline"}.${ending}`;
}
