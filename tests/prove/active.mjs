// Opens pages of a folder in Chromium, with scripts allowed and without the content security policy that would hide a fault: each page that
// has a payload (known by its own word, q12q) which none before it had.
//
//   node active.mjs PLAYWRIGHT FOLDER SITE
//
// Prints {"pages": N, "acting": [what acted]}: a dialog, a script or frame that is not the site's, a request to another host.
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";

const [modules, folder, site] = process.argv.slice(2);
const {chromium} = createRequire(import.meta.url)(path.resolve(modules));
const seen = new Set();
const pages = readdirSync(folder, {recursive: true}).filter((name) => {
  if (!name.endsWith(".html")) return false;
  const words = readFileSync(path.join(folder, name), "utf8").match(/q\d+q/g) ?? [];
  const fresh = words.some((word) => !seen.has(word));
  for (const word of words) seen.add(word);
  return fresh;
});
const acting = [];

const browser = await chromium.launch({
  executablePath: process.env.PRESSRUM_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({bypassCSP: true});
const page = await context.newPage();
let here = "";
await context.route("**/*", (route) => {
  const url = route.request().url();
  const file = path.join(folder, decodeURIComponent(new URL(url).pathname));
  if (!url.startsWith(site)) acting.push(`${here}: asked for ${url.slice(0, 100)}`);
  else if (existsSync(file)) return route.fulfill({path: statSync(file).isDirectory() ? path.join(file, "index.html") : file});
  return route.abort();
});
page.on("dialog", (dialog) => {
  acting.push(`${here}: a dialog says ${dialog.message()}`);
  return dialog.dismiss();
});
page.on("pageerror", (error) => acting.push(`${here}: ${error.message}`));
for (const name of pages) {
  here = name;
  // A former address leads on at once: what comes first is looked at.
  await page.goto(site + name.replace(/index\.html$/, ""), {waitUntil: "load"}).catch((error) => acting.push(`${here}: ${error.message.split("\n")[0]}`));
  const found = await page.evaluate(() => {
    const strange = [...document.querySelectorAll("iframe, object, embed, frame, base, style, form")].map((each) => each.outerHTML);
    const scripts = [...document.scripts].filter((each) => each.type !== "application/ld+json" && !each.src).map((each) => each.outerHTML);
    const handlers = [...document.querySelectorAll("*")].filter((each) => [...each.attributes].some(({name}) => name.startsWith("on"))).map((each) => each.outerHTML);
    return [...strange, ...scripts, ...handlers].map((each) => each.slice(0, 100));
  }).catch(() => []);
  acting.push(...found.map((each) => `${here}: ${each}`));
}
await browser.close();
console.log(JSON.stringify({pages: pages.length, acting}));
