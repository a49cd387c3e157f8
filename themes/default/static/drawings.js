// Timelines, maps and networks: larger and smaller, moved about, and drawn of what the list beneath them shows.
const make = (name, properties, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};
const say = (detail) => document.dispatchEvent(new CustomEvent("say", { detail }));
const MOST = { map: 12, timeline: 8, network: 3 };

// Places stand in per cent of the drawing and words in pixels, so a wider drawing shows more and larger words do not.
function zoomable(plot) {
  const svg = plot.querySelector("svg");
  const kind = Object.keys(MOST).find((name) => plot.classList.contains(`plot-${name}`));
  if (!svg || !kind) return;
  let scale = 1;
  const told = make("output", {}, "100 %");
  if (kind === "map") plot.style.aspectRatio = getComputedStyle(svg).aspectRatio;
  plot.classList.add("zoomable");
  Object.assign(plot, { tabIndex: 0, role: "group", ariaLabel: `The ${kind}: plus and minus zoom, arrows move` });

  const zoom = (wanted, x = plot.clientWidth / 2, y = plot.clientHeight / 2) => {
    const next = Math.min(MOST[kind], Math.max(1, wanted));
    const part = [(plot.scrollLeft + x) / plot.scrollWidth, (plot.scrollTop + y) / plot.scrollHeight];
    scale = next;
    svg.style.width = `${scale * 100}%`;
    plot.classList.toggle("zoomed", scale > 1);
    plot.scrollLeft = part[0] * plot.scrollWidth - x;
    if (kind === "map") plot.scrollTop = part[1] * plot.scrollHeight - y;
    told.value = `${Math.round(scale * 100)} %`;
  };
  const by = (factor) => {
    zoom(factor ? scale * factor : 1);
    say(`Zoom ${told.value}`);
  };
  const button = (text, name, factor) => {
    const made = make("button", { type: "button", ariaLabel: name, title: name }, text);
    made.addEventListener("click", () => by(factor));
    return made;
  };
  const buttons = [button("+", "Zoom in", 1.5), button("−", "Zoom out", 1 / 1.5), button("Reset", "Reset zoom", 0)];
  plot.before(make("div", { className: "zoom", role: "group", ariaLabel: `Zoom of the ${kind}` }, ...buttons, told));

  const factors = { "+": 1.5, "=": 1.5, "-": 1 / 1.5, 0: 0 };
  const steps = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
  plot.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (event.key in factors) by(factors[event.key]);
    else if (step && scale > 1 && (step[0] || kind === "map")) plot.scrollBy({ left: step[0], top: step[1], behavior: "instant" });
    else return;
    event.preventDefault();
  });
  // A wheel alone scrolls the page, as everywhere.
  plot.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = plot.getBoundingClientRect();
      zoom(scale * Math.exp(-event.deltaY / 150), event.clientX - box.left, event.clientY - box.top);
    },
    { passive: false },
  );
  pinched(plot, () => scale, zoom);
  dragged(plot, () => scale > 1);
  const names = svg.querySelectorAll(".lane-name");
  plot.addEventListener("scroll", () => names.forEach((name) => (name.style.transform = `translateX(${plot.scrollLeft}px)`)));
}

function pinched(plot, scale, zoom) {
  const apart = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  let start = null;
  plot.addEventListener("touchstart", ({ touches }) => (start = touches.length === 2 ? [apart(touches), scale()] : null), { passive: true });
  plot.addEventListener(
    "touchmove",
    (event) => {
      if (!start || event.touches.length !== 2) return;
      event.preventDefault();
      const [a, b] = event.touches;
      const box = plot.getBoundingClientRect();
      zoom((start[1] * apart(event.touches)) / start[0], (a.clientX + b.clientX) / 2 - box.left, (a.clientY + b.clientY) / 2 - box.top);
    },
    { passive: false },
  );
}

// Fingers scroll what is scrolled; a mouse has to be helped.
function dragged(plot, may) {
  let from = null;
  let moved = false;
  plot.addEventListener("dragstart", (event) => event.preventDefault());
  plot.addEventListener("pointerdown", (event) => {
    moved = false;
    if (event.pointerType === "touch" || event.button !== 0 || !may()) return;
    from = [event.clientX + plot.scrollLeft, event.clientY + plot.scrollTop];
  });
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const [left, top] = [from[0] - event.clientX, from[1] - event.clientY];
    if (!moved && Math.hypot(left - plot.scrollLeft, top - plot.scrollTop) < 5) return;
    moved = true;
    plot.scrollTo({ left, top, behavior: "instant" });
  });
  addEventListener("pointerup", () => (from = null));
  addEventListener("pointercancel", () => (from = null));
  plot.addEventListener("click", (event) => moved && event.preventDefault(), true);
}

// A mark stands where its list's item does; a lane without marks leaves no gap.
function ofTimeline(svg, items) {
  const shown = new Map(items.map((item) => [item.querySelector(".title").getAttribute("href"), !item.hidden]));
  const show = (element, is) => (element.style.display = is ? "" : "none");
  let up = 0;
  for (const lane of svg.querySelectorAll(".swim")) {
    const marks = [...lane.querySelectorAll(".moment")];
    marks.forEach((mark) => show(mark, shown.get(mark.getAttribute("href")) ?? true));
    const any = marks.some((mark) => !mark.style.display);
    show(lane, any);
    lane.style.transform = `translateY(${-up}px)`;
    if (!any) up += Number(lane.dataset.height);
  }
  svg.querySelector(".axes").style.transform = `translateY(${-up}px)`;
  svg.style.height = `${svg.getAttribute("height") - up}px`;
}

// Actors without a tie that is shown leave no gap either.
function ofNetwork(svg, rows) {
  const cells = (row) => [0, 1, 2].map((at) => row.cells[at].textContent.trim());
  const all = new Set(rows.map((row) => cells(row).join(" ")));
  const kept = rows.filter((row) => !row.hidden).map(cells);
  const words = new Set(kept.map((row) => row.join(" ")));
  const named = new Set(kept.flatMap(([from, , to]) => [from, to]));
  const title = (element) => element.querySelector("title").textContent;
  const nodes = [...svg.querySelectorAll(":scope > a")];
  const step = svg.getAttribute("height") / nodes.length;
  const moved = new Map();
  const y = (node) => Number(node.querySelector("circle").getAttribute("cy"));
  const shown = nodes.filter((node) => kept.length === rows.length || named.has(title(node)));
  nodes.forEach((node) => (node.style.display = shown.includes(node) ? "" : "none"));
  shown
    .sort((a, b) => y(a) - y(b))
    .forEach((node, at) => {
      const by = (at + 0.5) * step - y(node);
      moved.set(y(node), by);
      node.style.transform = `translateY(${by}px)`;
    });
  for (const tie of svg.querySelectorAll(":scope > g")) {
    const line = tie.querySelector("line");
    line.dataset.y ??= `${line.getAttribute("y1")} ${line.getAttribute("y2")}`;
    const ends = line.dataset.y.split(" ").map(Number);
    const is = (words.has(title(tie)) || !all.has(title(tie))) && ends.every((end) => moved.has(end));
    tie.style.display = is ? "" : "none";
    if (is) ends.forEach((end, at) => line.setAttribute(`y${at + 1}`, end + moved.get(end)));
  }
  svg.style.height = `${Math.max(1, shown.length) * step}px`;
}

const chart = document.querySelector("main > .figure-timeline .timeline-chart");
const network = document.querySelector("main > .figure-network .network");
document.addEventListener("filtered", ({ detail }) => {
  if (chart) ofTimeline(chart, detail);
  if (network) ofNetwork(network, detail);
});
document.querySelectorAll("main > .figure .plot").forEach(zoomable);
