// A browser that reads a finished press room as a visitor would, and what the tests ask of its pages.
//
// The browser is Debian's Chromium. No server runs: what the pages ask for at the site's own address is answered from the folder, with the
// headers of its _headers, so that the content security policy is in force; whatever they ask for elsewhere is refused and noted.
import {existsSync, readFileSync, statSync} from "node:fs";
import path from "node:path";
import {chromium} from "playwright-core";

export const folder = path.resolve(process.env.PRESSRUM_PUBLIC ?? "build/browser");
export const data = JSON.parse(readFileSync(path.join(folder, "releases.json"), "utf8"));
export const site = data.address;
data.releases = data.years.flatMap((year) => JSON.parse(readFileSync(path.join(folder, year.address.slice(site.length)), "utf8")).releases);

const kinds = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml",
  ".ics": "text/calendar; charset=utf-8", ".xml": "application/xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp",
  ".avif": "image/avif", ".pdf": "application/pdf", ".txt": "text/plain",
};

// The headers that _headers gives to every path.
function commonHeaders() {
  const headers = {};
  let applies = false;
  for (const line of readFileSync(path.join(folder, "_headers"), "utf8").split("\n")) {
    if (!line.startsWith(" ")) applies = line === new URL(site).pathname + "*";
    else if (applies) headers[line.slice(0, line.indexOf(":")).trim().toLowerCase()] = line.slice(line.indexOf(":") + 1).trim();
  }
  return headers;
}

const headers = commonHeaders();

// The file that a static host would give for an address; undefined: none.
export function fileOf(url) {
  if (!url.startsWith(site)) return undefined;
  const file = path.join(folder, decodeURIComponent(new URL(url).pathname.slice(new URL(site).pathname.length)));
  if (!existsSync(file)) return undefined;
  return statSync(file).isDirectory() ? path.join(file, "index.html") : file;
}

const browser = await chromium.launch({
  executablePath: process.env.PRESSRUM_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

export const close = () => browser.close();

// A fresh visitor on a page: `faults` fills with what the console complains of, what fails to load and what is asked of others.
export async function visit(address, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, locale: "sv-SE", reducedMotion: "reduce", ...options});
  const faults = [];
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    const file = fileOf(url);
    if (file) return route.fulfill({path: file, headers: {...headers, "content-type": kinds[path.extname(file)] ?? "application/octet-stream"}});
    faults.push(`asked for ${url}`);
    return url.startsWith(site) ? route.fulfill({status: 404, path: path.join(folder, "404.html"), headers}) : route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(new URL(address, site).href);
  return {page, context, faults};
}

// Of the releases, the one that has the most of what a release can have.
export const richest = data.releases
  .filter((release) => release.language === data.language && release.photos && release.events && release.contacts)
  .sort((a, b) => b.statements.length - a.statements.length)[0];

// A page of every kind, as addresses below the site's.
const link = (pattern) => {
  const file = readFileSync(path.join(folder, "index.html"), "utf8");
  return new RegExp(`href="${new URL(site).pathname}(${pattern})"`).exec(file)?.[1];
};
export const pages = {
  home: "",
  release: richest.address.slice(site.length),
  statement: data.releases.find((release) => release.kind === "statement").address.slice(site.length),
  topic: richest.topics[0].address.slice(site.length),
  person: richest.statements.find((statement) => statement.person).person.slice(site.length),
  year: data.releases[0].published.slice(0, 4) + "/",
  events: link("evenemang/"),
  subscribe: link("prenumerera/"),
  corrections: link("rattelser/"),
  accessibility: link("tillganglighet/"),
  missing: "404.html",
};
