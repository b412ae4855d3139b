// SPDX-License-Identifier: Apache-2.0
// Chromium by Playwright and Firefox by Puppeteer behind the few calls that the tests make. Both are
// the distribution's own builds.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

export const chromiumPath = process.env.TOPLINE_CHROMIUM ?? "/usr/bin/chromium";
export const firefoxPath = process.env.TOPLINE_FIREFOX ?? "/usr/bin/firefox-esr";

/** Every tab notes its requests, errors and policy violations. */
const watchPolicy = () => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
};

export async function launchChromium() {
  if (!existsSync(chromiumPath)) return null;
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  return {
    name: "chromium",
    close: () => browser.close(),
    async open({ language = "en-US", width = 1366, height = 768, dark = false, clipboard = true } = {}) {
      const context = await browser.newContext({
        locale: language, viewport: { width, height }, colorScheme: dark ? "dark" : "light", acceptDownloads: true,
      });
      if (clipboard) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await context.addInitScript(watchPolicy);
      const tab = await context.newPage();
      return watched(tab, {
        setFiles: (selector, paths) => tab.setInputFiles(selector, paths),
        beside: async () => watched(await context.newPage(), {}),
        front: () => tab.bringToFront(),
        close: () => context.close(),
      });
    },
  };
}

export async function launchFirefox() {
  if (!existsSync(firefoxPath)) return null;
  const launch = (language) => puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath,
    headless: true,
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "intl.accept_languages": language },
  });
  // The language is the browser's, so there is one browser for each.
  const browsers = new Map();
  return {
    name: "firefox",
    close: () => Promise.all([...browsers.values()].map((browser) => browser.close())),
    async open({ language = "en-US", width = 1366, height = 768 } = {}) {
      if (!browsers.has(language)) browsers.set(language, await launch(language));
      const browser = browsers.get(language);
      const open = async () => {
        const tab = await browser.newPage();
        await tab.setViewport({ width, height });
        await tab.evaluateOnNewDocument(watchPolicy);
        return tab;
      };
      const tab = await open();
      return watched(tab, {
        setFiles: async (selector, paths) => (await tab.$(selector)).uploadFile(...[paths].flat()),
        beside: async () => watched(await open(), {}),
        front: () => tab.bringToFront(),
        close: () => tab.close(),
      });
    },
  };
}

/** Playwright takes the argument first, Puppeteer the options. */
function until(tab) {
  const options = { timeout: 20_000 };
  const isPlaywright = "setInputFiles" in tab;
  return (body, argument) =>
    isPlaywright ? tab.waitForFunction(body, argument, options) : tab.waitForFunction(body, options, argument);
}

function watched(tab, own) {
  const requests = [];
  const errors = [];
  tab.on("request", (request) => requests.push(request.url()));
  tab.on("pageerror", (error) => errors.push(String(error)));
  tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return {
    tab, requests, errors,
    goto: (url) => tab.goto(url),
    run: (body, argument) => tab.evaluate(body, argument),
    press: (key) => tab.keyboard.press(key),
    /** Puppeteer has no "Control+V" of its own. */
    async chord(key) {
      await tab.keyboard.down("Control");
      await tab.keyboard.press(key);
      await tab.keyboard.up("Control");
    },
    click: (selector) => tab.click(selector),
    wait: (selector) => tab.waitForSelector(selector, { timeout: 20_000 }),
    until: until(tab),
    picture: (path, fullPage = false) => tab.screenshot({ path, fullPage }),
    ...own,
  };
}
