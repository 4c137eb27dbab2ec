// A release is read: with the keyboard alone, without scripts, in every dress, on paper.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import path from "node:path";
import {after, test} from "node:test";
import {close, pages, richest, visit} from "./press_room.mjs";

after(close);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What has the focus: its text, and whether one can see that it has it.
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    tag: element.tagName,
    text: element.textContent.trim(),
    href: element.getAttribute("href"),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.right > 0 && box.left < innerWidth,
  };
});

test("with the keyboard alone one comes from the home page into a release and through all of it", async () => {
  const {page, context, faults} = await visit(pages.home);
  await page.keyboard.press("Tab");
  const skip = await focused(page);
  assert.equal(skip.tag, "A");
  assert.match(skip.href, /^#/, "the first stop leads past the menu");
  assert.ok(skip.marked && skip.inView, "the skip link shows itself");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), "the next stop is in main");
  for (let i = 0; i < 30 && !(await focused(page)).href?.match(/\/\d{4}\/\d\d\/.+\//); i += 1) await page.keyboard.press("Tab");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.equal(await page.locator("h1").count(), 1);
  await page.goto(richest.address);

  const stops = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
    return all.filter((element) => element.checkVisibility()).length;
  });
  let seen = 0;
  for (; seen < stops; seen += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    assert.notEqual(now.tag, "BODY", `only ${seen} of ${stops} stops were reached`);
    assert.ok(now.marked, `one cannot see the focus on "${now.text}"`);
    assert.ok(now.inView, `"${now.text}" has the focus out of sight`);
  }
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).tag, "BODY", "the last stop lets go");
  assert.deepEqual(faults, []);
  await context.close();
});

test("without scripts everything is there but the conveniences", async () => {
  const words = (page) => page.evaluate(() => {
    for (const convenience of document.querySelectorAll("button.tool, label.filter")) convenience.remove();
    return document.body.innerText.replace(/\s+/g, " ").trim();
  });
  for (const [name, address] of Object.entries(pages)) {
    const [bare, full] = [await visit(address, {javaScriptEnabled: false}), await visit(address)];
    assert.equal(await bare.page.locator("button, input, noscript").count(), 0, `${name}: nothing waits for a script`);
    assert.equal(await words(bare.page), await words(full.page), name);
    assert.deepEqual([...bare.faults, ...full.faults], [], name);
    await bare.context.close();
    await full.context.close();
  }
});

const dresses = {
  light: {colorScheme: "light"},
  dark: {colorScheme: "dark"},
  phone: {viewport: {width: 320, height: 640}},
};

for (const [dress, options] of Object.entries(dresses)) {
  test(`${dress}: axe finds nothing, and text has the contrast of AAA`, async () => {
    for (const [name, address] of Object.entries(pages)) {
      const {page, context, faults} = await visit(address, {...options, bypassCSP: true});
      await page.evaluate(axe);
      const result = await page.evaluate(() => axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        rules: {"color-contrast-enhanced": {enabled: true}, "target-size": {enabled: true}},
      }));
      assert.ok(result.passes.some((rule) => rule.id === "color-contrast-enhanced"), `${name}: contrast was looked at`);
      assert.deepEqual(result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" | ")}`), [], name);
      assert.deepEqual(faults, [], name);
      await context.close();
    }
  });
}

test("nothing is cut and nothing scrolls sideways at 320 pixels, with large text, and from right to left", async () => {
  const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const [name, address] of Object.entries(pages)) {
    const {page, context} = await visit(address, {viewport: {width: 320, height: 640}, bypassCSP: true});
    assert.equal(await overflow(page), 0, `${name}, 320 px`);
    await page.evaluate(() => { document.documentElement.dir = "rtl"; });
    assert.equal(await overflow(page), 0, `${name}, right to left`);
    await page.evaluate(() => { document.documentElement.dir = "ltr"; });
    await page.setViewportSize({width: 640, height: 900});
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    assert.equal(await overflow(page), 0, `${name}, text twice as large`);
    await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
    await page.setViewportSize({width: 320, height: 640});
    await page.addStyleTag({content: "* {letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important}"});
    assert.equal(await overflow(page), 0, `${name}, the spacing of WCAG 1.4.12`);
    await context.close();
  }
});

test("in forced colours the focus, the parts of a page and what is cancelled can still be told apart", async () => {
  const {page, context} = await visit(pages.release, {forcedColors: "active"});
  await page.keyboard.press("Tab");
  assert.ok((await focused(page)).marked, "focus");
  const bordered = await page.evaluate(() => [...document.querySelectorAll(".button, .panel, .label, .event")].filter((element) => {
    const style = getComputedStyle(element);
    return ["Top", "Right", "Bottom", "Left"].every((side) => style[`border${side}Style`] === "none" || parseFloat(style[`border${side}Width`]) === 0);
  }).map((element) => element.className));
  assert.deepEqual(bordered, [], "a box that only a background shows");
  await context.close();
});

test("on paper a release is complete, tagged, and has its address and the contacts", async () => {
  const {page, context} = await visit(pages.release);
  const work = mkdtempSync(path.join(tmpdir(), "pressrum-"));
  try {
    const file = path.join(work, "release.pdf");
    writeFileSync(file, await page.pdf({format: "A4", tagged: true, outline: true}));
    const info = execFileSync("pdfinfo", [file], {encoding: "utf8"});
    assert.match(info, /Tagged: +yes/);
    assert.ok(info.includes(richest.title), "the document has the release's title");
    assert.ok(Number(/Pages: +(\d+)/.exec(info)[1]) <= 2, info);
    const letters = (text) => text.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");
    const paper = letters(execFileSync("pdftotext", [file, "-"], {encoding: "utf8"}));
    const told = [richest.title, richest.lead, richest.address.replace(/^https:\/\//, "")];
    for (const photo of richest.photos) told.push(photo.credit);
    for (const contact of richest.contacts) told.push(contact.name, contact.phone, contact.email);
    for (const event of richest.events) told.push(event.title);
    for (const text of told.filter(Boolean)) assert.ok(paper.includes(letters(text)), `on paper: ${text}`);
    // Each paragraph, but the signs beside a statement that belong to the screen.
    const body = await page.evaluate(() => {
      for (const sign of document.querySelectorAll(".permalink, .tool")) sign.remove();
      return [...document.querySelectorAll(".body p, .body h2")].map((each) => each.textContent);
    });
    assert.ok(body.length > 8);
    for (const text of body) assert.ok(paper.includes(letters(text)), `on paper: ${text}`);
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
  await context.close();
});
