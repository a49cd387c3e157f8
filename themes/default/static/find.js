// Finds records by name: a combobox in the header. Names are loaded when first needed, one file of many.
const { make, say, fold, lookup, tools } = window.chancery;
const { names, base, shards } = document.querySelector("script[data-names]").dataset;
const load = lookup(names, shards);
const words = (text) => fold(text).split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
// Each word with all that follows, so that "yongbok" finds "Yong-bok".
const ends = (name) => words(name).map((_, at, all) => all.slice(at).join(""));
const fits = (asked, name) => asked.every((word) => ends(name).some((end) => end.startsWith(word)));

async function matches(asked) {
  const [longest = ""] = asked.toSorted((a, b) => b.length - a.length);
  const key = [...longest].slice(0, 2).join("");
  if (!key || (shards > 1 && key.length < 2)) return [];
  const found = (await load(key)).flatMap((record) => {
    const own = fits(asked, record.name);
    const other = own ? "" : record.also?.find((name) => fits(asked, name));
    const rank = own ? Number(!fold(record.name).startsWith(asked[0])) : 2;
    return own || other ? [{ ...record, other, rank }] : [];
  });
  return found.sort((a, b) => a.rank - b.rank).slice(0, 12);
}

let active = -1;
const list = make("ul", { id: "found", role: "listbox", ariaLabel: "Records found", hidden: true });
const input = make("input", {
  id: "find",
  type: "search",
  autocomplete: "off",
  placeholder: "Find by name",
  "aria-label": "Find by name",
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-controls": "found",
  "aria-expanded": "false",
});

function mark(at) {
  active = at;
  [...list.children].forEach((option, nth) => (option.ariaSelected = nth === at));
  input.setAttribute("aria-activedescendant", list.children[at]?.id ?? "");
  list.children[at]?.scrollIntoView({ block: "nearest" });
}

function open(is) {
  list.hidden = !is;
  input.ariaExpanded = is;
  mark(-1);
}

async function look() {
  const text = input.value;
  const asked = words(text);
  const found = await matches(asked);
  if (text !== input.value) return;
  const options = found.map(({ name, lang, kind, path, other }, at) => {
    const gist = make("span", { className: "gist" }, other ? `${kind} · ${other}` : kind);
    const given = { id: `found-${at}`, role: "option", "data-href": base + path };
    return make("li", given, make("span", lang ? { lang } : {}, name), " ", gist);
  });
  list.replaceChildren(...options);
  open(found.length && document.activeElement === input);
  if (asked.length) say(found.length ? `${found.length} found` : "Nothing by that name");
}

const go = (option) => option && (location.href = option.dataset.href);
input.onfocus = input.oninput = look;
input.onblur = () => open(false);
input.onkeydown = (event) => {
  const count = list.hidden ? 0 : list.children.length;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!count || event.isComposing) return;
  if (step) mark(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
  else if (event.key === "Enter") go(list.children[Math.max(active, 0)]);
  else if (event.key === "Escape") open(false);
  else return;
  event.preventDefault();
};
// The box keeps its focus.
list.onmousedown = () => false;
list.onclick = (event) => go(event.target.closest("li"));
tools.prepend(make("div", { className: "find", role: "search", ariaLabel: "Records" }, input, list));
