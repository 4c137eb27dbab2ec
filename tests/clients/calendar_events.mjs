#!/usr/bin/env node
// ical.js and node-ical read every calendar of a press room, and each event must be what releases.json says.
//
//   tests/clients/calendar_events.mjs PUBLIC PRESSRUM
//
// releases.json is the site's own data, made by other code than the calendars. Of each event in each calendar the times (with every
// occurrence of a series), the status and the title are compared with it; each event that it names must have its own calendar, and stand in
// the site's until it has passed. Then the same for each form of event of tests/calendars, a press room for each, built with
// PRESSRUM: there single times are moved, cancelled and added. The clock stands far away, where a time read as local would show.
// Exit status: 0 the same, 1 not.
process.env.TZ = "Pacific/Auckland";
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {execFileSync} from "node:child_process";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath} from "node:url";

const {default: ICAL} = await import("ical.js");
const {default: nodeIcal} = await import("node-ical");

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const faults = [];
const count = {calendars: 0, events: 0, times: 0};

function same(where, what, expected, got) {
  const [a, b] = [JSON.stringify(expected), JSON.stringify(got)];
  if (a !== b) faults.push(`${where}: ${what}: expected ${a}, got ${b}`);
}

// A time as both parsers and the data can be compared: a day as it is written, else the moment.
const day = (year, month, date) => [year, String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
const moment = (text) => (text.length === 10 ? text : new Date(text).toISOString());

// The last day of an event of whole days, whose DTEND is the day after (RFC 5545 3.6.1).
const dayBefore = (end) => new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
const lastOf = (end) => (end?.length === 10 ? dayBefore(end) : end);

// A row for each time that a calendar tells.
const row = (start, end, status) => ({start, end: lastOf(end) ?? null, status});
const inOrder = (rows) => rows.sort((a, b) => a.start.localeCompare(b.start));

// ---------------------------------------------------------------- ical.js

function readWithIcalJs(text) {
  const component = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of component.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const all = component.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const told = (time) => (time.isDate ? day(time.year, time.month, time.day) : time.toJSDate().toISOString());
  const events = new Map();
  for (const event of all.filter((each) => !each.isRecurrenceException())) {
    for (const other of all) {
      if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
    }
    const known = event.component.hasProperty("dtend") || event.component.hasProperty("duration");
    const status = event.component.getFirstPropertyValue("status");
    const times = [];
    if (event.isRecurring()) {
      const iterator = event.iterator();
      for (let next = iterator.next(); next && times.length < 2000; next = iterator.next()) {
        const {item, startDate, endDate} = event.getOccurrenceDetails(next);
        times.push(row(told(startDate), known ? told(endDate) : null, item.component.getFirstPropertyValue("status")));
      }
    } else {
      times.push(row(told(event.startDate), known ? told(event.endDate) : null, status));
    }
    events.set(event.uid, {times: inOrder(times), title: event.summary, location: event.location ?? ""});
  }
  return events;
}

// ---------------------------------------------------------------- node-ical

// It knows no RDATE, and gives an end to events that have none: whether there is one is read off the lines. A time that replaces another
// is taken from its own event, because far from UTC the expanded one of a whole day stands on the day before.
function readWithNodeIcal(text) {
  const events = new Map();
  for (const event of Object.values(nodeIcal.sync.parseICS(text))) {
    if (event.type !== "VEVENT") continue;
    // A day has no zone; node-ical gives it as midnight on this machine's clock.
    const told = (time) => event.datetype === "date" ? day(time.getFullYear(), time.getMonth() + 1, time.getDate()) : new Date(time).toISOString();
    const known = linesOf(text, event.uid).some((line) => line.startsWith("DTEND"));
    const range = {from: new Date("1800-01-01"), to: new Date("2200-01-01")};
    const times = event.rrule ? nodeIcal.expandRecurringEvent(event, range).map((each) => (each.isOverride ? each.event : {...each, status: each.event.status})) : [event];
    events.set(event.uid, {
      times: inOrder(times.map((each) => row(told(each.start), known ? told(each.end) : null, each.status))),
      title: event.summary,
      location: event.location ?? "",
    });
  }
  return events;
}

// The lines of the first VEVENT with a UID, unfolded.
function linesOf(text, uid) {
  const blocks = text.replace(/\r\n[ \t]/g, "").split("BEGIN:VEVENT\r\n").slice(1).map((block) => block.split("\r\n"));
  return blocks.find((lines) => lines.includes(`UID:${uid}`)) ?? [];
}

// ---------------------------------------------------------------- the data

const statuses = {scheduled: "CONFIRMED", moved: "CONFIRMED", postponed: "TENTATIVE", cancelled: "CANCELLED"};

function checkEvent(where, event, read, {additions}) {
  count.events += 1;
  if (!read) return void faults.push(`${where}: the event is missing`);
  count.times += read.times.length;
  const off = event.status === "cancelled";
  if (off) same(where, "times that are not cancelled", [], read.times.filter((time) => time.status !== "CANCELLED"));
  const series = event.occurrences !== undefined || (off && read.times.length > 1);
  const holds = read.times.filter((time) => !series || time.status !== "CANCELLED");
  const expected = series && off ? [] : (event.occurrences ?? [event.start]).map(moment).sort();
  // Without RDATE a reader misses times, but must not have any of its own.
  if (additions) same(where, "times", expected, holds.map((time) => time.start).sort());
  else same(where, "times", [], holds.map((time) => time.start).filter((start) => !expected.includes(start)));
  if (!series) {
    same(where, "end", event.end ? moment(event.end) : null, read.times[0].end === read.times[0].start ? null : read.times[0].end);
    same(where, "status", statuses[event.status], read.times[0].status);
  }
  if (!read.title.endsWith(event.title)) faults.push(`${where}: title: expected ${event.title} at the end of ${read.title}`);
  if (event.location && !read.location.startsWith(event.location)) faults.push(`${where}: place: expected ${event.location}, got ${read.location}`);
}

const readers = [
  {name: "ical.js", read: readWithIcalJs, additions: true},
  {name: "node-ical", read: readWithNodeIcal, additions: false},
];

// `told`: more than the addresses that releases.json names, for messages.
function checkRoom(told, publicFolder, now) {
  const data = JSON.parse(readFileSync(path.join(publicFolder, "releases.json"), "utf8"));
  const read = (address) => readFileSync(path.join(publicFolder, address.slice(data.address.length)), "utf8");
  data.releases = data.years.flatMap((year) => JSON.parse(read(year.address)).releases);
  // Of an event in two languages or two releases the calendar has the words of one.
  const releases = data.releases.filter((release) => release.language === data.language);
  const events = releases.flatMap((release) => release.events ?? []).filter((event) => read(event.calendar).includes(event.uid.slice(0, 60)));
  const whole = read(`${data.address}kalender.ics`);
  for (const reader of readers) {
    const all = reader.read(whole);
    count.calendars += 1;
    for (const event of events) {
      const where = `${told}, ${reader.name}, ${event.uid}`;
      const own = reader.read(read(event.calendar));
      count.calendars += 1;
      same(where, "events in its own calendar", [event.uid], [...own.keys()]);
      checkEvent(where, event, own.get(event.uid), reader);
      const last = (event.occurrences ?? [event.end ?? event.start]).at(-1);
      if (moment(last) >= now) checkEvent(`${where}, in kalender.ics`, event, all.get(event.uid), reader);
    }
    for (const uid of all.keys()) {
      if (!events.some((event) => event.uid === uid)) faults.push(`${told}, ${reader.name}: ${uid} is in kalender.ics and in no release`);
    }
  }
}

// ---------------------------------------------------------------- both kinds of room

const [publicFolder, pressrum] = [process.argv[2], path.resolve(process.argv[3] ?? path.join(root, "build/release/bin/pressrum"))];
checkRoom("example", publicFolder, "2026-11-24T11:00:00Z");

const work = mkdtempSync(path.join(tmpdir(), "pressrum-"));
try {
  const forms = path.join(root, "tests/calendars");
  for (const form of readdirSync(forms)) {
    const source = path.join(work, form);
    const month = path.join(source, "posts/2024/05");
    mkdirSync(month, {recursive: true});
    for (const folder of ["site", "layouts"]) cpSync(path.join(root, folder), path.join(source, folder), {recursive: true});
    for (const file of readdirSync(path.join(forms, form)).filter((name) => name.endsWith(".md"))) cpSync(path.join(forms, form, file), path.join(month, file));
    cpSync(path.join(root, "site/assets/photos/sommarscen.jpg"), path.join(month, "torget.jpg"));
    try {
      execFileSync(pressrum, ["build", "--root", source, "--out", path.join(source, "public"), "--now", "2024-05-10T12:00"], {stdio: "pipe"});
      checkRoom(form, path.join(source, "public"), "2024-05-10T10:00:00Z");
    } catch (error) {
      faults.push(`${form}: ${error.stderr ?? error.stack}`);
    }
  }
} finally {
  rmSync(work, {recursive: true, force: true});
}

for (const fault of faults) console.log(fault);
console.log(`ical.js and node-ical: ${count.calendars} calendars, ${count.events} events, ${count.times} times, ${faults.length} differ`);
process.exit(faults.length === 0 && count.times > 0 ? 0 : 1);
