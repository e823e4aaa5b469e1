// Opens hearth's pages in Chromium as readers do and says what keeps anybody from reading them:
//   node check_pages.mjs MODULES PAGE…
// MODULES is the folder in which npm put axe-core and playwright-core. Of every page: axe finds
// nothing against WCAG 2.2 AA, nothing is fetched, the keyboard reaches the skip link and each link of
// the contents, 320 pixels are wide enough, and it prints on A4. Exit code 1 where one of it fails.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(modules, "package.json"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const desk = { width: 1280, height: 1024 };
const zoomed = { width: 320, height: 256 }; // the same window at 400%

async function axeFaults(page, width) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(
    (tags) => axe.run(document, { runOnly: { type: "tag", values: tags } }), standards);
  // What axe could not decide by itself counts as a fault: nobody else looks at it.
  const undecided = result.incomplete.map((rule) => ({ ...rule, id: `${rule.id} (undecided)` }));
  const faults = [...result.violations, ...undecided].map(
    (rule) => `axe, ${width} wide: ${rule.id}: ${rule.help}, ${rule.nodes.length} times, first at ` +
      rule.nodes[0].target.join(" "));
  return { faults, rules: result.passes.length };
}

const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1 && box.width > 0;
  return {
    href: at.getAttribute("href"),
    id: at.id,
    seen: inside && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
});

async function keyboardFaults(page) {
  const faults = [];
  const wanted = await page.$$eval("nav a", (links) => links.map((a) => a.getAttribute("href")));
  await page.keyboard.press("Tab");
  const skip = await focused(page);
  if (skip.href !== "#main" || !skip.seen) faults.push("the first Tab does not show the skip link");
  for (const href of wanted) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (at.href !== href) faults.push(`Tab reaches ${at.href} instead of ${href}`);
    if (!at.seen) faults.push(`focus on ${href} is not to be seen`);
    if (faults.length > 5) return { faults, links: wanted.length };
  }
  await page.keyboard.press("Enter");
  const last = wanted.at(-1);
  if ((await page.evaluate(() => location.hash)) !== last) faults.push(`Enter does not lead to ${last}`);
  await page.reload();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  if ((await focused(page)).id !== "main") faults.push("the skip link does not lead to the plan");
  return { faults, links: wanted.length };
}

async function narrowFaults(page) {
  const [needs, has] = await page.evaluate(() => {
    const root = document.documentElement;
    return [Math.max(root.scrollWidth, document.body.scrollWidth), root.clientWidth];
  });
  return needs > has ? [`needs ${needs} pixels where there are ${has}`] : [];
}

async function printed(page, path) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  writeFileSync(path.replace(/\.html$/, ".pdf"), pdf);
  const text = pdf.toString("latin1");
  const sheets = (text.match(/\/Type\s*\/Page\b/g) ?? []).length;
  const sizes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
  const a4 = sizes.every(([, width, height]) =>
    Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2);
  return { sheets, faults: sheets > 0 && sizes.length > 0 && a4 ? [] : ["does not print on A4"] };
}

async function check(browser, path) {
  const url = pathToFileURL(resolve(path)).href;
  const page = await browser.newPage({ viewport: desk });
  const faults = [];
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url) faults.push(`fetches ${request.url()}`);
  });
  await page.goto(url);
  const scripts = await page.evaluate(() => document.scripts.length);
  if (scripts > 0) faults.push(`runs ${scripts} scripts`);
  const keyboard = await keyboardFaults(page);
  const wide = await axeFaults(page, desk.width);
  await page.setViewportSize(zoomed);
  faults.push(...keyboard.faults, ...wide.faults, ...(await narrowFaults(page)));
  faults.push(...(await axeFaults(page, zoomed.width)).faults);
  const paper = await printed(page, path);
  faults.push(...paper.faults);
  await page.close();
  const passed = `${wide.rules} rules of axe, ${keyboard.links} links by keyboard, ` +
    `${paper.sheets} sheets of A4`;
  console.log(`${basename(path)}: ${faults.length === 0 ? passed : `${faults.length} faults`}`);
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
let faults = 0;
for (const path of pages) faults += await check(browser, path);
await browser.close();
process.exit(faults === 0 ? 0 : 1);
