// Filters over tables and the timeline, and tables that can be sorted. Both work on the rows of this page alone.
// Drawings above a list follow its filter through the event "filtered".
const make = (name, properties, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};
const say = (detail) => document.dispatchEvent(new CustomEvent("say", { detail }));
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const LEAST = 8;

// Facets: lists of [label, item => values].
function filter(place, items, noun, facets, settle, ...more) {
  const texts = items.map((item) => fold(item.textContent));
  const box = make("input", { type: "search", autocomplete: "off" });
  const bar = make("div", { className: "filters", role: "group", ariaLabel: `Filter ${noun}` }, make("label", {}, "Filter ", box));
  const chosen = [];
  for (const [label, values] of facets) {
    const counts = new Map();
    for (const value of items.flatMap(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size < 2 || counts.size > 60) continue;
    const names = [...counts.keys()].sort(collator.compare);
    const options = names.map((name) => make("option", { value: name }, `${name} (${counts.get(name)})`));
    const select = make("select", {}, make("option", { value: "" }, "all"), ...options);
    bar.append(make("label", {}, `${label} `, select));
    chosen.push([select, values]);
  }
  const told = make("p", { className: "told" });
  const page = document.querySelector(".pager") ? " on this page" : "";
  const apply = () => {
    const asked = fold(box.value).split(/\s+/).filter(Boolean);
    items.forEach((item, at) => {
      const named = asked.every((word) => texts[at].includes(word));
      item.hidden = !(named && chosen.every(([select, values]) => !select.value || values(item).includes(select.value)));
    });
    const shown = items.filter((item) => !item.hidden).length;
    const active = asked.length > 0 || chosen.some(([select]) => select.value);
    told.textContent = active || page ? `${shown} of ${items.length} ${noun}${page}` : "";
    settle();
    document.dispatchEvent(new CustomEvent("filtered", { detail: items }));
    return `${shown} of ${items.length} ${noun}${page}`;
  };
  let timer = 0;
  bar.addEventListener("input", (event) => {
    if (event.target.closest("[data-sort]")) return;
    const result = apply();
    clearTimeout(timer);
    timer = setTimeout(() => say(result), 400);
  });
  bar.append(...more, told);
  place.before(bar);
  apply();
}

// What machines read in a cell: a date, a number, a grade; else its words. Nothing where it is not known.
function value(cell) {
  const date = cell.querySelector("time, data");
  if (cell.matches(".date")) return date?.dateTime || date?.value?.replace(/^\.\.\//, "") || "";
  if (cell.matches(".number")) return Number(cell.textContent.replace(/[^\d.-]/g, "") || NaN);
  if (cell.firstElementChild?.matches(".faint")) return "";
  return word(cell) || (cell.querySelector(".speaker, .title, .words") ?? cell).textContent.trim();
}

const word = (cell) => cell.querySelector(".term, .grade, strong")?.lastChild.textContent.trim();
const compare = (a, b) => (typeof a === "number" ? a - b : /^[\d-]/.test(a) && /^[\d-]/.test(b) ? (a < b ? -1 : a > b ? 1 : 0) : collator.compare(a, b));
const unknown = (one) => one === "" || Number.isNaN(one);

function table(of) {
  const bodies = [...of.tBodies];
  const rows = [...of.querySelectorAll("tbody > tr:not(.group)")];
  if (rows.length < LEAST) return;
  const homes = rows.map((row) => row.parentElement);
  const heads = [...of.tHead.rows[0].cells];
  const names = heads.map((head) => head.textContent.trim());
  const noun = /rows-(\w+)/.exec(of.className)?.[1] ?? "rows";
  const order = make("select", {}, make("option", { value: "" }, "as listed"));
  let by = -1;
  let down = false;

  const settle = () => {
    bodies.forEach((body) => {
      const group = body.querySelector(".group");
      if (group) group.hidden = by >= 0 || ![...body.rows].some((row) => row !== group && !row.hidden);
    });
  };
  const sort = (column, descending) => {
    [by, down] = [column, descending];
    const keyed = rows.map((row, at) => [row, at, by < 0 ? "" : value(row.cells[by])]);
    if (by >= 0) {
      keyed.sort((a, b) => unknown(a[2]) - unknown(b[2]) || (down ? -1 : 1) * compare(a[2], b[2]) || a[1] - b[1]);
    }
    for (const [row, at] of keyed) (by < 0 ? homes[at] : bodies[0]).append(row);
    heads.forEach((head, at) => {
      if (at === by) head.ariaSort = down ? "descending" : "ascending";
      else head.removeAttribute("aria-sort");
    });
    order.value = by < 0 ? "" : `${by} ${down}`;
    settle();
    say(by < 0 ? "As listed" : `Sorted by ${names[by]}, ${down ? "descending" : "ascending"}`);
  };
  heads.forEach((head, at) => {
    const first = head.matches(".date, .number");
    const button = make("button", { type: "button", className: "sort" }, names[at]);
    button.addEventListener("click", () => (by !== at ? sort(at, first) : down === first ? sort(at, !first) : sort(-1, false)));
    head.replaceChildren(button);
    for (const descending of [false, true]) {
      order.append(make("option", { value: `${at} ${descending}` }, `${names[at]}, ${descending ? "descending" : "ascending"}`));
    }
  });
  order.addEventListener("change", () => {
    const [column, descending] = order.value.split(" ");
    sort(column ? Number(column) : -1, descending === "true");
  });
  const label = make("label", { className: `order order-${noun}` }, "Sort by ", order);
  label.dataset.sort = "";
  const facets = new Map();
  heads.forEach((head, at) => {
    if (head.dataset.filter === undefined) return;
    const name = head.dataset.filter || names[at];
    const before = facets.get(name);
    const own = (row) => {
      const cell = row.cells[at];
      const words = word(cell) || cell.textContent.trim();
      return words && words.length <= 40 ? [words] : [];
    };
    facets.set(name, before ? (row) => [...new Set([...before(row), ...own(row)])] : own);
  });
  filter(of, rows, noun, facets, settle, label);
}

function timeline(years) {
  const items = years.flatMap((year) => [...year.querySelectorAll(".timeline > li")]);
  const settle = () => {
    for (const part of document.querySelectorAll("main :is(.year, .month)")) part.hidden = !part.querySelector("li:not([hidden])");
  };
  const facets = [
    ["Kind", (item) => [item.dataset.kind]],
    ["Status", (item) => [item.querySelector(".state").textContent]],
    ["Actor", (item) => [...item.querySelectorAll(".gist a[href*='/actors/']")].map((link) => link.textContent)],
  ];
  const place = document.querySelector("main > .figure-timeline") ?? years[0];
  if (items.length >= LEAST) filter(place, items, "events", facets, settle);
}

document.querySelectorAll("main table.rows").forEach(table);
const years = [...document.querySelectorAll("main > .year")];
if (years.length) timeline(years);
