// A card beside a link to a record: what it is, in a few words. Under the pointer and on focus, never on touch.
const { make, lookup } = window.chancery;
const { previews, shards, base } = document.querySelector("script[data-previews]").dataset;
const load = lookup(previews, shards);
const page = /^(briefs|actors|events|sources|places)\/[^/]+\/$/;
const card = make("div", { className: "card", id: "preview", role: "tooltip", hidden: true });
(document.querySelector("main") ?? document.body).append(card);
let link = null;
let timer = 0;

function wanted(target) {
  const found = target.closest?.("a[href]");
  if (!found || found.ownerSVGElement || found.closest("nav, .card, .keys")) return null;
  const here = found.pathname === location.pathname;
  return found.origin === location.origin && found.pathname.startsWith(base) && (!here || found.hash.startsWith("#claim-")) ? found : null;
}

function line(className, { text, lang, dir }) {
  const given = { className };
  if (lang) given.lang = lang;
  if (dir) given.dir = dir;
  return make(className === "native" ? "span" : "p", given, text);
}

async function show(asked) {
  const path = decodeURIComponent(asked.pathname.slice(base.length));
  if (!page.test(path)) return;
  const all = await load(path);
  const claim = asked.hash.startsWith("#claim-") && all[path + decodeURIComponent(asked.hash)];
  const told = claim || all[path];
  if (!told || link !== asked || !asked.isConnected) return;
  const kind = line("kicker", { text: [told.kind, told.marking].filter(Boolean).join(" · ") });
  const name = line("name", told);
  told.native?.forEach((other) => name.append(" ", line("native", other)));
  const rest = [told.facts && line("facts", { text: told.facts }), told.gist && line("gist", told.gist)];
  card.replaceChildren(kind, name, ...rest.filter(Boolean));
  card.hidden = false;
  asked.setAttribute("aria-describedby", card.id);
  const at = asked.getClientRects()[0] ?? asked.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8));
  const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 8;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(below ? at.bottom + 4 : at.top - card.offsetHeight - 4) + scrollY}px`;
}

function hide() {
  clearTimeout(timer);
  link?.removeAttribute("aria-describedby");
  link = null;
  card.hidden = true;
}

function soon(what, wait) {
  clearTimeout(timer);
  timer = setTimeout(what, wait);
}

function begin(asked, wait) {
  if (!asked || asked === link) return;
  hide();
  link = asked;
  soon(() => show(asked), wait);
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const asked = wanted(event.target);
  if (asked === link && link) clearTimeout(timer);
  if (asked === link && link && card.hidden) soon(() => show(asked), 300);
  else if (card.contains(event.target)) clearTimeout(timer);
  else if (asked) begin(asked, 300);
  else if (link && link !== document.activeElement) soon(hide, 250);
});
document.addEventListener("focusin", (event) => {
  const asked = event.target.matches?.(":focus-visible") ? wanted(event.target) : null;
  if (asked) begin(asked, 100);
  else hide();
});
document.addEventListener("focusout", (event) => event.target === link && hide());
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
