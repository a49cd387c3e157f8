// What every page gains: a place for tools in its header, a switch of colours, and a voice for what changes unseen.
// Other scripts speak through the event "say".
const make = (name, properties, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};
const root = document.documentElement;
const voice = make("p", { className: "visually-hidden", role: "status" });
document.body.append(voice);
document.addEventListener("say", (event) => (voice.textContent = event.detail));

const themes = { system: "◐ System", light: "☀\uFE0E Light", dark: "☾ Dark" };
const metas = [...document.querySelectorAll('meta[name="theme-color"]')];
const own = metas.map((meta) => meta.content);
const current = () => root.dataset.theme ?? "system";
const button = make("button", { type: "button", className: "switch" });

function show() {
  const now = current();
  const [mark, word] = themes[now].split(" ");
  button.replaceChildren(make("span", { ariaHidden: "true" }, mark), " ", make("span", {}, word));
  button.ariaLabel = `Colours: ${word}`;
  button.title = `Colours: ${word}`;
  metas.forEach((meta, at) => (meta.content = own[{ light: 0, dark: 1 }[now] ?? at]));
}

button.addEventListener("click", () => {
  const names = Object.keys(themes);
  const next = names[(names.indexOf(current()) + 1) % names.length];
  if (next === "system") delete root.dataset.theme;
  else root.dataset.theme = next;
  try {
    if (next === "system") localStorage.removeItem("chancery-theme");
    else localStorage.setItem("chancery-theme", next);
  } catch {
    // It holds for this page.
  }
  show();
  voice.textContent = button.ariaLabel;
});

show();
const header = document.querySelector(".site-header .frame");
header?.append(make("div", { className: "tools" }, button));
