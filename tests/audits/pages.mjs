// Looks at pages with pa11y (HTML CodeSniffer, WCAG 2.1 AA) in one browser: each at two widths, in both themes.
// Standard input: {"chromium": path, "address": "http://127.0.0.1:…", "paths": ["/", …]}.
// Standard output: a list of {path, width, theme, code, message, selector}, empty when nothing was found.
// A page is visited once a width: what a theme changes, it changes in a page that is open.

import pa11y from "pa11y";
import puppeteer from "puppeteer";

const WIDTHS = [390, 1440];
const THEMES = ["light", "dark"];
const TIMEOUT = 60000;

let written = "";
for await (const piece of process.stdin) written += piece;
const asked = JSON.parse(written);

const browser = await puppeteer.launch({
  executablePath: asked.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

/** Open a page and wait until nothing is fetched any more and no picture is on its way. */
async function visit(page, path) {
  await page.goto(asked.address + path, { waitUntil: "load", timeout: TIMEOUT });
  await page.waitForNetworkIdle({ idleTime: 50, timeout: TIMEOUT });
  await page.waitForFunction(() => !document.querySelector("[data-state=opening]"), { timeout: TIMEOUT });
}

/** Change to a theme, and wait until it has been painted. */
async function wear(page, theme) {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: theme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const found = [];
try {
  const page = await browser.newPage();
  for (const width of WIDTHS) {
    const viewport = { width, height: 900 };
    await page.setViewport(viewport);
    for (const path of asked.paths) {
      await visit(page, path);
      for (const theme of THEMES) {
        await wear(page, theme);
        const options = { browser, page, ignoreUrl: true, standard: "WCAG2AA", timeout: TIMEOUT, viewport };
        const { issues } = await pa11y(asked.address + path, options);
        for (const { code, message, selector } of issues) found.push({ path, width, theme, code, message, selector });
      }
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(found));
