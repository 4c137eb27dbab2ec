// What a page gains where scripts run; without them nothing is missing that is needed to read. No address is fetched, nothing is stored.
// The words come from the page's language, in data attributes of <body>.

const words = document.body.dataset;

const button = (text, action) => {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "tool";
  element.textContent = text;
  element.addEventListener("click", () => action(element));
  return element;
};

// Copies, and says so on the button, where a screen reader reads it out.
const copier = (label, text) => {
  const element = button(label, async () => {
    try {
      await navigator.clipboard.writeText(text());
      element.textContent = words.copied;
    } catch {
      element.textContent = words.notCopied;
    }
    setTimeout(() => { element.textContent = label; }, 3000);
  });
  element.setAttribute("aria-live", "polite");
  return element;
};

// The exact words of each statement, as the page's structured data has them.
const quotations = () => {
  const data = document.querySelector('script[type="application/ld+json"]');
  const graph = data ? JSON.parse(data.textContent)["@graph"] ?? [] : [];
  return new Map(graph.filter((node) => node["@type"] === "Quotation").map((node) => [node["@id"].split("#")[1], node]));
};

const copyQuotes = () => {
  const all = quotations();
  for (const statement of document.querySelectorAll(".statement[id], .placed-quote[id]")) {
    const quote = all.get(statement.id);
    if (!quote?.creator) continue;
    const told = statement.closest(".statements")?.getAttribute("aria-label") ?? statement.querySelector("figcaption")?.textContent;
    const speaker = told ?? quote.creator.name;
    const text = () => `”${quote.text}” – ${speaker}\n${document.querySelector("h1").textContent}, ${quote.url}`;
    statement.append(" ", copier(words.copyQuote, text));
  }
};

const copyCredits = () => {
  for (const credit of document.querySelectorAll(".to-copy")) {
    const text = credit.textContent.trim();
    credit.append(" ", copier(words.copy, () => text));
  }
};

// An archive with many entries gets a field that leaves those that hold all the words, and the headings of what is left.
const filterArchive = () => {
  const longest = 8;
  const items = [...document.querySelectorAll("main :is(.items, .columns, .lines, .people-grid) > li")];
  if (items.length < longest || !document.querySelector(".page-header")) return;
  const label = document.createElement("label");
  label.className = "filter";
  const field = document.createElement("input");
  field.type = "search";
  const shown = document.createElement("output");
  field.addEventListener("input", () => {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const item of items) {
      const text = item.textContent.toLowerCase();
      item.hidden = !wanted.every((word) => text.includes(word));
      if (!item.hidden) count += 1;
    }
    for (const month of document.querySelectorAll(".year-month")) month.hidden = !month.querySelector("li:not([hidden])");
    shown.textContent = wanted.length ? `${count} ${words.of} ${items.length}` : "";
  });
  label.append(`${words.filter} `, field, " ", shown);
  (items[0].closest(".year-month") ?? items[0].parentElement).before(label);
};

// On the archive of a year: what is over can be put away.
const hidePastEvents = () => {
  const now = new Date();
  const past = [...document.querySelectorAll(".on-events .event-row")].filter((row) => {
    const time = row.querySelector("time[datetime]");
    const day = time && new Date(time.dateTime);
    return day && (time.dateTime.length > 10 ? day < now : day < new Date(now.toDateString()));
  });
  const all = document.querySelectorAll(".on-events .event-row").length;
  if (past.length === 0 || past.length === all) return;
  const label = document.createElement("label");
  label.className = "filter";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => {
    for (const row of past) row.hidden = box.checked;
    for (const month of document.querySelectorAll(".event-rows")) {
      month.closest("section").hidden = ![...month.children].some((row) => !row.hidden);
    }
  });
  label.append(box, ` ${words.hidePast}`);
  document.querySelector(".event-rows").closest("section").before(label);
};

copyQuotes();
copyCredits();
filterArchive();
hidePastEvents();
