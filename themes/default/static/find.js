// Finds records by name: a combobox in the header. Names are loaded when they are first needed, one file of many.
const { names, shards, base } = document.querySelector("script[data-names]").dataset;
const make = (name, properties, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};
// The same as `fold_word` of the program.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = (text) => fold(text).split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
const order = ["actor", "brief", "event", "place", "source"];
const loaded = new Map();

function shard(key) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash & (shards - 1)) >>> 0).toString(16);
}

function load(key) {
  const file = shard(key);
  if (!loaded.has(file)) {
    const asked = fetch(`${names}${file}.json`, { cache: "no-cache" }).then((answer) => (answer.ok ? answer.json() : []));
    asked.catch(() => loaded.delete(file));
    loaded.set(file, asked);
  }
  return loaded.get(file);
}

// From each word to the end, so that "yongbok" finds "Yong-bok".
const tails = (name) => words(name).map((_, at, all) => all.slice(at).join(""));
const fits = (asked, name) => {
  const ends = tails(name);
  return asked.every((word) => ends.some((end) => end.startsWith(word)));
};

async function matches(asked) {
  const longest = asked.reduce((a, b) => (b.length > a.length ? b : a), "");
  const key = [...longest].slice(0, 2).join("");
  if (!key || (shards > 1 && [...key].length < 2)) return [];
  const found = [];
  for (const record of await load(key)) {
    const other = record.also?.find((name) => fits(asked, name));
    const own = fits(asked, record.name);
    if (!own && !other) continue;
    const begins = fold(record.name).startsWith(asked[0]);
    found.push([begins ? 0 : own ? 1 : 2, order.indexOf(record.kind), record, own ? "" : other]);
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 12);
}

const input = make("input", { id: "find", type: "search", autocomplete: "off", placeholder: "Find by name", ariaLabel: "Find by name" });
const list = make("ul", { id: "found", role: "listbox", ariaLabel: "Records found", hidden: true });
Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "found", "aria-expanded": "false" }).forEach(
  ([name, value]) => input.setAttribute(name, value),
);
let active = -1;

function open(is) {
  list.hidden = !is;
  input.ariaExpanded = String(is);
  if (!is) mark(-1);
}

function mark(at) {
  list.children[active]?.setAttribute("aria-selected", "false");
  active = at;
  const option = list.children[at];
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) input.setAttribute("aria-activedescendant", option.id);
  else input.removeAttribute("aria-activedescendant");
}

async function look() {
  const text = input.value;
  const found = await matches(words(text)).catch(() => []);
  if (text !== input.value) return;
  const options = found.map(([, , record, other], at) => {
    const name = make("span", { className: "name", lang: record.lang ?? "" }, record.name);
    if (!record.lang) name.removeAttribute("lang");
    const small = make("span", { className: "gist" }, other ? `${record.kind} · ${other}` : record.kind);
    const option = make("li", { id: `found-${at}`, role: "option", ariaSelected: "false" }, name, " ", small);
    option.dataset.href = base + record.path;
    return option;
  });
  list.replaceChildren(...options);
  mark(-1);
  const asked = words(text).length > 0;
  open(found.length > 0 && document.activeElement === input);
  if (asked) document.dispatchEvent(new CustomEvent("say", { detail: found.length ? `${found.length} found` : "Nothing by that name" }));
}

function keydown(event) {
  if (event.isComposing) return;
  const count = list.hidden ? 0 : list.children.length;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && count) {
    mark(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
  } else if (event.key === "Enter" && count) {
    location.href = list.children[Math.max(active, 0)].dataset.href;
  } else if (event.key === "Escape" && count) {
    open(false);
  } else return;
  event.preventDefault();
}

input.addEventListener("focus", () => (shards > 1 ? look() : load("").then(look, () => {})));
input.addEventListener("input", look);
input.addEventListener("keydown", keydown);
input.addEventListener("blur", () => open(false));
// Before the box loses its focus.
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) location.href = option.dataset.href;
});
document.querySelector(".tools")?.prepend(make("div", { className: "find", role: "search", ariaLabel: "Records" }, input, list));
