// Keyboard shortcuts, and a panel that tells them and can switch them off (WCAG 2.1.4).
const { all, make, button, store, tools, change } = window.chancery;
const find = (...places) => places.map((place) => document.querySelector(place)).find(Boolean);
const go = (link) => link && (location.href = link.href);
const keys = {
  "?": ["Show this panel", () => panel.showModal()],
  "/": ["Filter this list, or find by name", () => find(".filters input", "#find")?.focus()],
  t: ["Light, dark or as the system", () => change.click()],
  n: ["Next page of a list", () => go(find("link[rel=next]"))],
  p: ["Previous page of a list", () => go(find("link[rel=prev]"))],
  "g h": ["Go to Home", () => go(find(".footer-title a"))],
};
for (const link of all("#site-nav a")) {
  const letter = link.text.toLowerCase().match(/[a-z]/g)?.find((one) => !keys[`g ${one}`]);
  if (letter) keys[`g ${letter}`] = [`Go to ${link.text}`, () => go(link)];
}

const on = make("input", { type: "checkbox", checked: store("keys") !== "off", onchange: () => store("keys", on.checked ? "on" : "off") });
const rows = Object.entries(keys).map(([key, [what]]) => {
  const caps = key.split(" ").flatMap((one) => [make("kbd", {}, one), " "]);
  return make("div", {}, make("dt", {}, ...caps), make("dd", {}, what));
});
const title = make("h2", { id: "keys" }, "Keyboard shortcuts");
const use = make("p", {}, make("label", {}, on, " Use these keys"));
const panel = make("dialog", { className: "keys", "aria-labelledby": "keys" }, title, make("dl", {}, ...rows), use, button("Close", () => panel.close(), { autofocus: true }));
tools.append(button("Keys", () => panel.showModal(), { "aria-haspopup": "dialog" }));
document.body.append(panel);

let last = { timeStamp: -9999 };
document.addEventListener("keydown", (event) => {
  const other = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
  if (!on.checked || panel.open || other || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const pair = event.timeStamp - last.timeStamp < 1500 && keys[`${last.key} ${event.key}`];
  last = event;
  const found = pair || keys[event.key];
  if (!found) return;
  event.preventDefault();
  found[1]();
});
