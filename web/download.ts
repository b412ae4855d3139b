// SPDX-License-Identifier: Apache-2.0
// Saving is a download: nothing is kept in the browser.

export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
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

/** A drawn chart on its own: the page's colours are written into it. */
export function saveSvg(title: string, svg: SVGElement): void {
  const style = getComputedStyle(svg);
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.style.fontFamily = style.fontFamily;
  copy.style.background = style.getPropertyValue("--tl-paper");
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  save(fileName(title, "svg"), "image/svg+xml", text);
}
