// The live preview's part in the page: listens to what the server tells and does it.
"use strict";
(() => {
  const own = document.currentScript;
  const tellsTrouble = document.documentElement.classList.contains("trouble");
  const place = `chancery-scroll:${location.pathname}`;
  let seen = own.dataset.seen;
  let source = null;
  let overlay = null;

  // A page that is loaded again is read on where it was.
  function keepPlace() {
    try {
      sessionStorage.setItem(place, `${scrollX} ${scrollY}`);
    } catch {
      // Without storage the browser may still know.
    }
  }

  function findPlace() {
    let kept = null;
    try {
      kept = sessionStorage.getItem(place);
      sessionStorage.removeItem(place);
    } catch {
      return;
    }
    if (kept === null) return;
    const [x, y] = kept.split(" ").map(Number);
    const go = () => scrollTo({ left: x, top: y, behavior: "instant" });
    go();
    // Pictures and fonts may make the page longer.
    addEventListener("load", go, { once: true });
  }

  // The old sheet stays until the new one is there, so the page is never without.
  function swapStyles() {
    for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("live", String(Date.now()));
      const next = old.cloneNode();
      next.href = address.href;
      next.addEventListener("load", () => old.remove(), { once: true });
      next.addEventListener("error", () => next.remove(), { once: true });
      old.after(next);
    }
  }

  function element(name, text, properties) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return Object.assign(made, properties);
  }

  function hide() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  function show(trouble) {
    hide();
    if (trouble.count === 0 || tellsTrouble) return;
    overlay = element("chancery-overlay");
    const shadow = overlay.attachShadow({ mode: "open" });
    const title = trouble.count === 1 ? "1 error" : `${trouble.count} errors`;
    const panel = element("div", "", { className: "panel", role: "alertdialog", ariaLabel: title, tabIndex: -1 });
    const close = element("button", "Hide", { type: "button", className: "close" });
    close.addEventListener("click", hide);
    panel.append(close, element("h1", title));
    panel.append(element("p", "The page behind this is the last one that could be made."));
    for (const error of trouble.errors) panel.append(element("pre", error.text));
    const more = trouble.count - trouble.errors.length;
    if (more > 0) panel.append(element("p", `… and ${more} more`));
    const style = element("link", "", { rel: "stylesheet", href: "/_chancery/live.css" });
    const veil = element("div", "", { className: "veil" });
    veil.append(panel);
    shadow.append(style, veil);
    document.body.append(overlay);
  }

  function listen() {
    if (source) return;
    const asked = new URLSearchParams({ page: location.pathname, seen });
    source = new EventSource(`/_chancery/events?${asked}`);
    source.addEventListener("state", (event) => {
      const told = JSON.parse(event.data);
      if (told.reload) {
        keepPlace();
        location.reload();
        return;
      }
      if (event.lastEventId) seen = event.lastEventId;
      if (told.styles) swapStyles();
      show(told.trouble);
    });
  }

  // A browser keeps only a few connections to one server, so tabs that nobody sees do without.
  function follow() {
    if (document.visibilityState === "visible") {
      listen();
    } else if (source) {
      source.close();
      source = null;
    }
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => source && source.close());
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    source = null;
    follow();
  });
  findPlace();
  follow();
})();
