// Keyboard shortcuts, and a panel that tells them. Single keys can be switched off there (WCAG 2.1.4).
const make = (name, properties, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};
const tools = document.querySelector(".tools");
const go = (element) => element && (location.href = element.href);
const keys = new Map([
  ["?", ["Show this panel", () => panel.showModal()]],
  ["/", ["Filter this list, or find a record by its name", search]],
  ["t", ["Light, dark or as the system", () => tools.querySelector(".switch").click()]],
  ["n", ["Next page of a list", () => go(document.querySelector("link[rel=next]"))]],
  ["p", ["Previous page of a list", () => go(document.querySelector("link[rel=prev]"))]],
]);
const home = document.querySelector(".footer-title a");
if (home) keys.set("g h", ["Go to Home", () => go(home)]);
for (const link of document.querySelectorAll("#site-nav a")) {
  const name = link.textContent.trim();
  const letter = [...name.toLowerCase()].find((one) => /[a-z]/.test(one) && !keys.has(`g ${one}`));
  if (letter) keys.set(`g ${letter}`, [`Go to ${name}`, () => go(link)]);
}

function search() {
  const place = document.querySelector(".filters input") ?? document.querySelector("#find");
  place?.focus();
}

const store = (way, ...more) => {
  try {
    return localStorage[way]("chancery-keys", ...more);
  } catch {
    return null;
  }
};
const on = make("input", { type: "checkbox", checked: store("getItem") !== "off" });
on.addEventListener("change", () => store("setItem", on.checked ? "on" : "off"));
const list = make("dl", {});
for (const [key, [what]] of keys) {
  const caps = key.split(" ").flatMap((one, at) => (at ? [" ", make("kbd", {}, one)] : [make("kbd", {}, one)]));
  list.append(make("div", {}, make("dt", {}, ...caps), make("dd", {}, what)));
}
const close = make("button", { type: "button" }, "Close");
const title = make("h2", { id: "keys-title" }, "Keyboard shortcuts");
const panel = make("dialog", { className: "keys" }, title, list, make("p", {}, make("label", {}, on, " Use these keys")), close);
panel.setAttribute("aria-labelledby", title.id);
close.addEventListener("click", () => panel.close());
const opener = make("button", { type: "button", className: "keys-button" }, "Keys");
opener.ariaHasPopup = "dialog";
opener.addEventListener("click", () => panel.showModal());
if (tools) {
  tools.append(opener);
  document.body.append(panel);
  document.addEventListener("keydown", pressed);
}

let first = "";
let since = 0;
function pressed(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
  const other = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
  if (!on.checked || typing || other || panel.open) return;
  const pair = event.timeStamp - since < 1500 ? `${first} ${event.key}` : "";
  const found = keys.get(pair) ?? keys.get(event.key);
  [first, since] = [event.key, event.timeStamp];
  if (!found) return;
  first = "";
  event.preventDefault();
  found[1]();
}
