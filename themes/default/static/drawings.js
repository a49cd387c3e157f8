// Timelines, maps and networks: larger and smaller, moved about, and drawn of what the list beneath them shows.
const { make, button, say } = window.chancery;
const MOST = { map: 12, timeline: 8, network: 3 };
const all = (place, of) => [...of.querySelectorAll(place)];
const listen = (plot, name, heard) => plot.addEventListener(name, heard, { passive: false });

// Places stand in per cent of the drawing and words in pixels, so that a wider drawing shows more, and not larger words.
function zoomable(plot) {
  const svg = plot.querySelector("svg");
  const kind = /plot-(\w+)/.exec(plot.className)[1];
  const flat = kind !== "map";
  const told = make("output", {}, "100 %");
  let scale = 1;
  if (!flat) plot.style.aspectRatio = getComputedStyle(svg).aspectRatio;
  plot.classList.add("zoomable");
  Object.assign(plot, { tabIndex: 0, role: "group", ariaLabel: `The ${kind}: plus and minus zoom, arrows move` });

  // Where nobody points, the middle of the marks stays.
  const middle = () => {
    const boxes = all("a", svg).map((mark) => mark.getBoundingClientRect());
    const own = plot.getBoundingClientRect();
    const median = (side) => boxes.map((box) => box[side] - own[side]).sort((a, b) => a - b)[boxes.length >> 1];
    return scale > 1 || flat ? [own.width / 2, own.height / 2] : [median("x"), median("y")];
  };
  const zoom = (wanted, [x, y] = middle()) => {
    const parts = [(plot.scrollLeft + x) / plot.scrollWidth, (plot.scrollTop + y) / plot.scrollHeight];
    scale = Math.min(MOST[kind], Math.max(1, wanted));
    svg.style.width = `${scale * 100}%`;
    plot.classList.toggle("zoomed", scale > 1);
    plot.scrollLeft = parts[0] * plot.scrollWidth - x;
    if (!flat) plot.scrollTop = parts[1] * plot.scrollHeight - y;
    told.value = `${Math.round(scale * 100)} %`;
  };
  const by = (factor) => {
    zoom(scale * factor);
    say(`Zoom ${told.value}`);
  };
  const one = (text, ariaLabel, factor) => button(text, () => by(factor), { ariaLabel, title: ariaLabel });
  const buttons = [one("+", "Zoom in", 1.5), one("−", "Zoom out", 1 / 1.5), one("Reset", "Reset zoom", 0)];
  plot.before(make("div", { className: "zoom", role: "group", ariaLabel: `Zoom of the ${kind}` }, ...buttons, told));

  const factors = { "+": 1.5, "=": 1.5, "-": 1 / 1.5, 0: 0 };
  const steps = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
  listen(plot, "keydown", (event) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key in factors) by(factors[key]);
    else if (key in steps && scale > 1 && (steps[key][0] || !flat)) plot.scrollBy(...steps[key]);
    else return;
    event.preventDefault();
  });
  const at = ({ clientX, clientY }) => [clientX - plot.getBoundingClientRect().x, clientY - plot.getBoundingClientRect().y];
  // A wheel alone scrolls the page, as everywhere.
  listen(plot, "wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(scale * Math.exp(-event.deltaY / 150), at(event));
  });
  // One finger scrolls, two make it larger or smaller.
  let start;
  const apart = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  listen(plot, "touchstart", ({ touches }) => (start = touches[1] && scale / apart(touches)));
  listen(plot, "touchmove", (event) => {
    if (!start || !event.touches[1]) return;
    event.preventDefault();
    zoom(start * apart(event.touches), at(event.touches[0]));
  });
  // A mouse drags.
  let from, moved;
  listen(plot, "dragstart", (event) => event.preventDefault());
  listen(plot, "pointerdown", ({ pointerType, button, clientX, clientY }) => {
    moved = false;
    from = pointerType !== "touch" && !button && scale > 1 && [clientX + plot.scrollLeft, clientY + plot.scrollTop];
  });
  addEventListener("pointermove", ({ clientX, clientY, buttons }) => {
    if (!from || !buttons) return;
    const [x, y] = [from[0] - clientX, from[1] - clientY];
    moved ||= Math.hypot(x - plot.scrollLeft, y - plot.scrollTop) > 4;
    if (moved) plot.scrollTo(x, y);
  });
  addEventListener("pointerup", () => (from = null));
  plot.addEventListener("click", (event) => moved && event.preventDefault(), true);
  listen(plot, "scroll", () => all(".lane-name", svg).forEach((name) => (name.style.transform = `translateX(${plot.scrollLeft}px)`)));
}

const show = (element, is) => (element.style.display = is ? "" : "none");
const rise = (element, by) => (element.style.transform = `translateY(${by}px)`);

// A mark stands where its item in the list does; what is hidden leaves no gap.
function timeline(svg, items) {
  const hidden = new Set(items.filter((item) => item.hidden).map((item) => item.querySelector(".title").pathname));
  let up = 0;
  for (const lane of all(".swim", svg)) {
    const marks = all(".moment", lane);
    const gone = marks.filter((mark) => hidden.has(mark.getAttribute("href")));
    let inside = 0;
    for (const mark of marks) {
      rise(mark, -inside);
      show(mark, !gone.includes(mark));
      if (gone.includes(mark)) inside += Number(mark.dataset.height);
    }
    rise(lane, -up);
    show(lane, gone.length < marks.length);
    up += gone.length < marks.length ? inside : Number(lane.dataset.height);
  }
  rise(svg.querySelector(".axes"), -up);
  svg.style.height = `${svg.getAttribute("height") - up}px`;
}

function network(svg, rows) {
  const words = (row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent.trim());
  const kept = rows.filter((row) => !row.hidden).map(words);
  const told = new Set(kept.map((row) => row.join(" ")));
  const named = new Set(kept.flatMap(([from, , to]) => [from, to]));
  const title = (element) => element.querySelector("title").textContent;
  const y = (node) => Number(node.querySelector("circle").getAttribute("cy"));
  const nodes = all(":scope > a", svg).sort((a, b) => y(a) - y(b));
  const step = svg.getAttribute("height") / nodes.length;
  const places = new Map();
  for (const node of nodes) {
    const is = kept.length === rows.length || named.has(title(node));
    show(node, is);
    if (!is) continue;
    places.set(y(node), (places.size + 0.5) * step);
    rise(node, places.get(y(node)) - y(node));
  }
  for (const tie of all(":scope > g", svg)) {
    const line = tie.querySelector("line");
    const ends = (line.dataset.ends ??= `${line.getAttribute("y1")} ${line.getAttribute("y2")}`).split(" ").map(Number);
    const is = (kept.length === rows.length || told.has(title(tie))) && ends.every((end) => places.has(end));
    show(tie, is);
    if (is) ends.forEach((end, at) => line.setAttribute(`y${at + 1}`, places.get(end)));
  }
  svg.style.height = `${places.size * step}px`;
}

document.addEventListener("filtered", ({ detail }) => {
  for (const svg of all("main > .figure-timeline .timeline-chart", document)) timeline(svg, detail);
  for (const svg of all("main > .figure-network .network", document)) network(svg, detail);
});
all("main > .figure .plot", document).forEach(zoomable);
