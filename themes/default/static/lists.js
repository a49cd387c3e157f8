// Filters over tables and the timeline, and sorted tables: of the rows of this page alone. Drawings hear "filtered".
const { all, make, button, say, fold } = window.chancery;
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

// Facets: [label, item => values].
function filter(place, items, noun, facets, settle, ...more) {
  const texts = items.map((item) => fold(item.textContent));
  const box = make("input", { type: "search", autocomplete: "off" });
  const chosen = [];
  const choices = [...facets].flatMap(([label, values]) => {
    const counts = Map.groupBy(items.flatMap(values), (value) => value);
    if (counts.size < 2 || counts.size > 60) return [];
    const option = (name) => make("option", { value: name }, `${name} (${counts.get(name).length})`);
    const options = [...counts.keys()].sort(collator.compare).map(option);
    const select = make("select", {}, make("option", { value: "" }, "all"), ...options);
    chosen.push([select, values]);
    return make("label", {}, `${label} `, select);
  });
  const told = make("p", { className: "told" });
  const page = document.querySelector(".pager") ? " on this page" : "";
  let timer;
  const oninput = () => {
    const asked = fold(box.value).split(/\s+/);
    const set = chosen.filter(([select]) => select.value);
    const fits = (item, at) => asked.every((word) => texts[at].includes(word)) && set.every(([select, values]) => values(item).includes(select.value));
    items.forEach((item, at) => (item.hidden = !fits(item, at)));
    told.textContent = `${items.filter((item) => !item.hidden).length} of ${items.length} ${noun}${page}`;
    settle();
    document.dispatchEvent(new CustomEvent("filtered", { detail: items }));
    clearTimeout(timer);
    timer = setTimeout(() => say(told.textContent), 400);
  };
  const fields = make("div", { oninput }, make("label", {}, "Filter ", box), ...choices);
  place.before(make("div", { className: "filters", role: "group", ariaLabel: `Filter ${noun}` }, fields, ...more, told));
}

const word = (cell) => cell.querySelector(".term, .grade, strong")?.lastChild.textContent.trim();

// A date, a number or a grade as machines read it, else words; nothing where it is not known.
function value(cell) {
  const date = cell.querySelector("time, data");
  if (cell.matches(".date")) return date?.dateTime ?? date?.value.replace(/^\.*\//, "") ?? "";
  if (cell.matches(".number")) return cell.textContent.replace(/[^\d.]/g, "");
  if (cell.firstElementChild?.matches(".faint")) return "";
  return word(cell) ?? (cell.querySelector(".speaker, .title, .words") ?? cell).textContent.trim();
}

function table(of) {
  const rows = all("tbody > tr:not(.group)", of);
  if (rows.length < 8) return;
  const homes = rows.map((row) => row.parentElement);
  const heads = [...of.tHead.rows[0].cells];
  const names = heads.map((head) => head.textContent.trim());
  const noun = /rows-(\w+)/.exec(of.className)?.[1] ?? "rows";
  let by = -1;
  let down = false;
  const settle = () => {
    for (const group of all(".group", of)) group.hidden = by >= 0 || !group.parentElement.querySelector("tr:not(.group, [hidden])");
  };
  const sort = (column, descending) => {
    [by, down] = [column, descending];
    const keyed = rows.map((row, at) => ({ row, at, key: by < 0 ? "" : value(row.cells[by]) }));
    const way = down ? -1 : 1;
    keyed.sort((a, b) => !a.key - !b.key || way * collator.compare(a.key, b.key) || a.at - b.at);
    for (const { row, at } of keyed) (by < 0 ? homes[at] : homes[0]).append(row);
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    if (by >= 0) heads[by].ariaSort = down ? "descending" : "ascending";
    order.value = by < 0 ? "" : `${by} ${down}`;
    settle();
    say(by < 0 ? "As listed" : `Sorted by ${names[by]}, ${heads[by].ariaSort}`);
  };
  const onchange = () => {
    const [column, way] = order.value.split(" ");
    sort(Number(column || -1), way === "true");
  };
  const order = make("select", { onchange }, make("option", { value: "" }, "as listed"));
  const facets = new Map();
  heads.forEach((head, at) => {
    const first = head.matches(".date, .number");
    const next = () => (by !== at ? sort(at, first) : down === first ? sort(at, !first) : sort(-1, false));
    head.replaceChildren(button(names[at], next, { className: "sort" }));
    for (const is of [false, true]) order.append(make("option", { value: `${at} ${is}` }, `${names[at]}, ${is ? "descending" : "ascending"}`));
    if (head.dataset.filter === undefined) return;
    const name = head.dataset.filter || names[at];
    const before = facets.get(name) ?? (() => []);
    const own = (row) => word(row.cells[at]) ?? row.cells[at].textContent.trim();
    facets.set(name, (row) => [...new Set([...before(row), own(row)])].filter((one) => one && one.length <= 40));
  });
  const label = make("label", { className: `order order-${noun}` }, "Sort by ", order);
  filter(of, rows, noun, facets, settle, label);
}

function timeline(items) {
  const settle = () => {
    for (const part of all(".year, .month")) part.hidden = !part.querySelector("li:not([hidden])");
  };
  const facets = [
    ["Kind", (item) => [item.dataset.kind]],
    ["Status", (item) => [item.querySelector(".state").textContent]],
    ["Actor", (item) => all(".gist a[href*='/actors/']", item).map((link) => link.text)],
  ];
  filter(document.querySelector("main > :is(.figure-timeline, .jump)"), items, "events", facets, settle);
}

all("main table.rows").forEach(table);
const events = all("main > .year .timeline > li");
if (events.length > 7) timeline(events);
