// Looks at pages with pa11y (HTML CodeSniffer, WCAG 2.1 AA) in one browser: each at two widths, in both themes.
// Standard input: {"chromium": path, "address": "http://127.0.0.1:…", "paths": ["/", …]}.
// Standard output: a list of {path, width, theme, code, message, selector}, empty when nothing was found.

import pa11y from "pa11y";
import puppeteer from "puppeteer";

const WIDTHS = [390, 1440];
const THEMES = ["light", "dark"];

let written = "";
for await (const piece of process.stdin) written += piece;
const asked = JSON.parse(written);

const browser = await puppeteer.launch({
  executablePath: asked.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const found = [];
try {
  const page = await browser.newPage();
  for (const theme of THEMES) {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: theme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    for (const width of WIDTHS) {
      for (const path of asked.paths) {
        const { issues } = await pa11y(asked.address + path, {
          browser,
          page,
          standard: "WCAG2AA",
          timeout: 60000,
          viewport: { width, height: 900 },
        });
        for (const { code, message, selector } of issues) found.push({ path, width, theme, code, message, selector });
      }
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(found));
