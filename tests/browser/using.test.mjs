// What a visitor does with a page: takes a calendar home, copies words, searches a list, puts away what is over.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {after, test} from "node:test";
import ICAL from "ical.js";
import {close, data, fileOf, pages, richest, site, visit} from "./press_room.mjs";

after(close);
const clipboard = {permissions: ["clipboard-read", "clipboard-write"]};
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

test("a resident finds how to subscribe, and takes home the calendar of one topic", async () => {
  const {page, context, faults} = await visit(pages.home);
  await page.click(`a[href$="${pages.subscribe}"]`);
  await page.waitForURL(new URL(pages.subscribe, site).href);
  const topic = data.releases.find((release) => release.events?.length && release.topics?.length).topics[0];
  const row = page.locator("tr", {has: page.locator(`th a[href="${new URL(topic.address).pathname}"]`)});
  const webcal = await row.locator('a[href^="webcal:"]').getAttribute("href");
  const file = await row.locator('a[href$=".ics"]:not([href^="webcal:"])').getAttribute("href");
  assert.equal(webcal.replace(/^webcal:/, "https:"), new URL(file, site).href, "the phone and the file lead to one calendar");
  const events = new ICAL.Component(ICAL.parse(readFileSync(fileOf(new URL(file, site).href), "utf8"))).getAllSubcomponents("vevent");
  const known = data.releases.filter((release) => release.topics?.some((each) => each.key === topic.key)).flatMap((release) => release.events ?? []);
  assert.ok(events.length > 0);
  for (const event of events) assert.ok(known.some((each) => each.uid === event.getFirstPropertyValue("uid")), event.getFirstPropertyValue("summary"));
  assert.deepEqual(faults, []);
  await context.close();
});

test("a journalist copies a statement, and gets the exact words, the speaker, the role and the address", async () => {
  const {page, context, faults} = await visit(pages.release, clipboard);
  for (const statement of richest.statements) {
    const id = new URL(statement.address).hash.slice(1);
    await page.locator(`[id="${id}"] button.tool`).click();
    const text = await copied(page);
    assert.ok(text.startsWith(`”${statement.words}” – ${statement.speaker}`), text);
    if (statement.role) assert.ok(text.includes(statement.role), text);
    assert.ok(text.endsWith(statement.address), text);
    assert.equal(await page.locator(`[id="${id}"] button.tool`).getAttribute("aria-live"), "polite");
  }
  assert.ok(richest.statements.length > 2);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a journalist copies the credit line of a picture", async () => {
  const {page, context} = await visit(pages.release, clipboard);
  await page.locator(".to-copy button").first().click();
  assert.ok((await copied(page)).includes(richest.photos[0].credit));
  await context.close();
});

test("a copy that the browser forbids is told, not silent", async () => {
  const {page, context} = await visit(pages.release);
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
  const button = page.locator(".statement[id] button.tool").first();
  const before = await button.textContent();
  await button.click();
  await page.waitForFunction(([element, text]) => element.textContent !== text, [await button.elementHandle(), before]);
  assert.notEqual(await button.textContent(), before);
  await context.close();
});

test("an archive is searched, and all of it comes back", async () => {
  const {page, context} = await visit(pages.year);
  const items = page.locator("main .lines > li"), left = page.locator("main .lines > li:visible"), months = page.locator(".year-month:visible");
  const [all, allMonths] = [await items.count(), await months.count()];
  const field = page.locator("label.filter input");
  const wanted = (await items.nth(all - 1).locator("a").textContent()).trim();
  await field.fill(wanted.toUpperCase());
  assert.equal(await left.count(), 1);
  assert.equal(await months.count(), 1);
  assert.match(await page.locator("label.filter output").textContent(), new RegExp(`^1 .*${all}$`));
  await field.fill("");
  assert.equal(await left.count(), all);
  assert.equal(await months.count(), allMonths);
  await context.close();
});

test("what is over can be put away from the events, and taken back", async () => {
  const {page, context} = await visit(`${pages.events}2026/`);
  const rows = page.locator(".event-row:visible");
  const all = await rows.count();
  const box = page.locator('label.filter input[type="checkbox"]');
  if (await box.count() === 0) return void assert.fail("no box to put away what is over");
  await box.check();
  assert.ok(await rows.count() < all);
  await box.uncheck();
  assert.equal(await rows.count(), all);
  await context.close();
});
