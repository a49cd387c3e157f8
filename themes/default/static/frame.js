// Tools in the header, a switch of colours, a voice for what changes unseen; and what the scripts after it share.
const all = (place, of = document) => [...of.querySelectorAll(place)];
const make = (name, given, ...inside) => {
  const made = document.createElement(name);
  for (const key in given) key in made ? (made[key] = given[key]) : made.setAttribute(key, given[key]);
  made.append(...inside);
  return made;
};
const button = (text, onclick, given) => make("button", { type: "button", onclick, ...given }, text);
const voice = make("p", { className: "visually-hidden", role: "status" });
const say = (text) => (voice.textContent = text);
// The same as `fold_word` of the program.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
// Files that hold what is looked up, by FNV-1a of its key.
const lookup = (folder, shards) => {
  const files = {};
  return (key) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
    const file = `${folder}${((hash & (shards - 1)) >>> 0).toString(16)}.json`;
    return (files[file] ??= fetch(file, { cache: "no-cache" })
      .then((answer) => answer.json())
      .catch(() => (delete files[file], [])));
  };
};
const store = (key, value) => {
  try {
    if (value) localStorage.setItem(`chancery-${key}`, value);
    return localStorage.getItem(`chancery-${key}`);
  } catch {}
};

const { dataset } = document.documentElement;
const themes = { system: "◐ System", light: "☼ Light", dark: "☾ Dark" };
const metas = all("meta[name=theme-color]");
const own = metas.map((meta) => meta.content);
const change = button("", () => {
  const names = Object.keys(themes);
  const next = names[(names.indexOf(dataset.theme ?? "system") + 1) % 3];
  store("theme", next);
  if (next === "system") delete dataset.theme;
  else dataset.theme = next;
  show();
  say(change.ariaLabel);
});
function show() {
  const now = dataset.theme ?? "system";
  change.textContent = themes[now];
  change.ariaLabel = `Colours: ${themes[now].slice(2)}`;
  metas.forEach((meta, at) => (meta.content = own[now === "system" ? at : now === "dark" ? 1 : 0]));
}
show();
const tools = make("div", { className: "tools" }, change);
const header = document.querySelector(".site-header .frame");
const title = header?.querySelector(".site-title");
if (title) title.after(tools);
else header?.prepend(tools);
document.body.append(voice);
window.chancery = { all, make, button, say, fold, lookup, store, tools, change };
