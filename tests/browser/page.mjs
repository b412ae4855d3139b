// SPDX-License-Identifier: Apache-2.0
// What the tests do with the page again and again.

import assert from "node:assert/strict";

/** Copies text the way a person does: from another window, by keyboard. */
export async function copyOnDesk(page, site, text) {
  const desk = await page.beside();
  await desk.goto(`${site}desk`);
  await desk.run((text) => {
    const field = document.getElementById("desk");
    field.value = text;
    field.select();
  }, text);
  await desk.click("#desk");
  await desk.chord("a");
  await desk.chord("c");
  await desk.tab.close();
  await page.front();
}

/** What the clipboard holds, by pasting it elsewhere. */
export async function pasteOnDesk(page, site) {
  const desk = await page.beside();
  await desk.goto(`${site}desk`);
  await desk.click("#desk");
  await desk.chord("v");
  await desk.until(() => document.getElementById("desk").value !== "");
  const pasted = await desk.run(() => ({ plain: document.getElementById("desk").value, rich: html }));
  await desk.tab.close();
  await page.front();
  return pasted;
}

/** A paste as the browser reports it; quicker than a real one where the clipboard is not the point. */
export function paste(page, text) {
  return page.run((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const target = document.activeElement ?? document.body;
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    // Firefox keeps the data of a made event to itself.
    if (event.clipboardData?.getData("text/plain") !== text) Object.defineProperty(event, "clipboardData", { value: data });
    target.dispatchEvent(event);
  }, text);
}

/** Settled: nothing is being read or computed, and all elements are drawn. */
export async function settled(page) {
  await page.until(() => ["done", "failed", "idle"].includes(document.querySelector("main")?.dataset.status));
  await page.run(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

export async function answered(page) {
  await page.wait("[data-measure]");
  await settled(page);
}

/** The marked scores, as a script finds them. */
export function scores(page, id) {
  return page.run((id) => [...document.querySelectorAll(`[data-measure="${id}"]`)].map((element) => ({
    question: element.dataset.question,
    segment: JSON.parse(element.dataset.segment),
    wave: element.dataset.wave,
    value: element.dataset.value === "" ? null : Number(element.dataset.value),
    text: element.textContent.trim(),
  })), id);
}

export async function everyonesNps(page) {
  const found = (await scores(page, "nps")).filter(({ segment, wave }) => Object.keys(segment).length === 0 && wave === "");
  assert.equal(found.length, 1, "one NPS of everyone");
  return found[0];
}

export function near(actual, expected, digits = 1e-9) {
  assert.ok(Math.abs(actual - expected) <= digits * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);
}

/** From here on what the page saves is kept in the page as well: Firefox tells its driver of no download. */
export function keepSaved(page) {
  return page.run(() => {
    window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.saved.push({ blob });
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      window.saved.at(-1).name = this.download;
    };
  });
}

/** Presses what saves, and gives the file's name, type and bytes (Latin-1). */
export async function savedFile(page, press) {
  const before = await page.run(() => window.saved.length);
  await press();
  await page.until((before) => window.saved.length > before && window.saved.at(-1).name, before);
  return page.run(async () => {
    const { blob, name } = window.saved.at(-1);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { name, type: blob.type, bytes: text };
  });
}

export async function savedStudy(page) {
  const { bytes } = await savedFile(page, () => page.click("[data-role=save]"));
  return JSON.parse(Buffer.from(bytes, "latin1").toString("utf8"));
}

/** Opens a study as a file that was chosen. */
export function openStudy(page, study) {
  return page.run((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "study.topline.json", { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    return new Promise((resolve) => setTimeout(resolve, 100));
  }, JSON.stringify(study));
}

/** No request but the page's own, no policy violation, no error on the console. */
export async function quiet(page, allowed = []) {
  const own = (url) => /^(file|blob|data|about):/.test(url) || allowed.some((start) => url.startsWith(start));
  assert.deepEqual(page.requests.filter((url) => !own(url)), []);
  assert.deepEqual(await page.run(() => window.violations), []);
  assert.deepEqual(page.errors, []);
}
