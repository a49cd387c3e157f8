// Timelines, maps and networks: larger, smaller, moved about, and of what the list beneath them shows.
const { all, make, button } = window.chancery;
const MOST = { map: 12, timeline: 8, network: 3 };

// Places stand in per cent and words in pixels: a wider drawing shows more, not larger words.
function zoomable(plot) {
  const svg = plot.querySelector("svg");
  const kind = /plot-(\w+)/.exec(plot.className)[1];
  const told = make("output", {}, "100 %");
  let scale = 1;
  if (kind === "map") plot.style.aspectRatio = getComputedStyle(svg).aspectRatio;
  plot.classList.add("zoomable");
  Object.assign(plot, { tabIndex: 0, role: "group", ariaLabel: `The ${kind}: plus and minus zoom, arrows move` });

  // What stays where it is: the middle, at first that of the marks.
  const middle = () => {
    const boxes = all("a", svg).map((mark) => mark.getBoundingClientRect());
    const own = plot.getBoundingClientRect();
    const median = (side) => boxes.map((box) => box[side] - own[side]).sort((a, b) => a - b)[boxes.length >> 1];
    return scale > 1 ? [own.width / 2, own.height / 2] : [median("x"), median("y")];
  };
  const zoom = (wanted, [x, y] = middle()) => {
    const parts = [(plot.scrollLeft + x) / plot.scrollWidth, (plot.scrollTop + y) / plot.scrollHeight];
    scale = Math.min(MOST[kind], Math.max(1, wanted));
    svg.style.width = `${scale * 100}%`;
    plot.classList.toggle("zoomed", scale > 1);
    plot.scrollLeft = parts[0] * plot.scrollWidth - x;
    plot.scrollTop = parts[1] * plot.scrollHeight - y;
    told.value = `${Math.round(scale * 100)} %`;
  };
  const one = (text, ariaLabel, factor) => button(text, () => zoom(scale * factor), { ariaLabel, title: ariaLabel });
  const buttons = [one("+", "Zoom in", 1.5), one("−", "Zoom out", 2 / 3), one("Reset", "Reset zoom", 0)];
  plot.before(make("div", { className: "zoom", role: "group", ariaLabel: `Zoom of the ${kind}` }, ...buttons, told));

  const factors = { "+": 1.5, "=": 1.5, "-": 2 / 3, 0: 0 };
  const steps = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
  plot.onkeydown = (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    if (key in factors) zoom(scale * factors[key]);
    else if (key in steps && scale > 1 && (steps[key][0] || kind === "map")) plot.scrollBy(...steps[key]);
    else return;
    event.preventDefault();
  };
  const at = ({ clientX, clientY }) => {
    const { x, y } = plot.getBoundingClientRect();
    return [clientX - x, clientY - y];
  };
  const listen = (name, heard) => plot.addEventListener(name, heard, { passive: false });
  // A wheel alone scrolls the page.
  listen("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(scale * Math.exp(-event.deltaY / 150), at(event));
  });
  // One finger scrolls, two zoom, a mouse drags.
  let start;
  const apart = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  listen("touchstart", ({ touches }) => (start = touches[1] && scale / apart(touches)));
  listen("touchmove", (event) => {
    if (!start || !event.touches[1]) return;
    event.preventDefault();
    zoom(start * apart(event.touches), at(event.touches[0]));
  });
  let from, moved;
  plot.ondragstart = () => false;
  plot.onpointerdown = ({ pointerType, clientX, clientY }) => {
    moved = false;
    from = pointerType !== "touch" && scale > 1 && [clientX + plot.scrollLeft, clientY + plot.scrollTop];
  };
  addEventListener("pointermove", ({ clientX, clientY, buttons }) => {
    if (!from || buttons !== 1) return;
    const [x, y] = [from[0] - clientX, from[1] - clientY];
    moved ||= Math.hypot(x - plot.scrollLeft, y - plot.scrollTop) > 4;
    if (moved) plot.scrollTo(x, y);
  });
  plot.addEventListener("click", (event) => moved && event.preventDefault(), true);
  const names = all(".lane-name", svg);
  plot.onscroll = () => names.forEach((name) => (name.style.transform = `translateX(${plot.scrollLeft}px)`));
}

const place = ({ style }, is, by) => {
  style.display = is ? "" : "none";
  style.transform = by && `translateY(${by}px)`;
};

// What the list hides leaves no gap.
function timeline(svg, items) {
  const hidden = new Set(items.filter((item) => item.hidden).map((item) => item.querySelector(".title").pathname));
  let up = 0;
  for (const lane of all(".swim", svg)) {
    let inside = 0;
    let any = false;
    for (const mark of all(".moment", lane)) {
      const is = !hidden.has(mark.getAttribute("href"));
      place(mark, is, -inside);
      any ||= is;
      if (!is) inside += Number(mark.dataset.height);
    }
    place(lane, any, -up);
    up += any ? inside : Number(lane.dataset.height);
  }
  place(svg.querySelector(".axes"), true, -up);
  svg.style.height = `${svg.getAttribute("height") - up}px`;
}

function map(svg, rows) {
  const hidden = new Set(rows.filter((row) => row.hidden).map((row) => row.querySelector(".what a")?.pathname));
  for (const spot of all(".spot", svg)) place(spot, !hidden.has(spot.getAttribute("href")), "");
}

function network(svg, rows) {
  const words = (row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent.trim());
  const kept = rows.filter((row) => !row.hidden).map(words);
  const whole = kept.length === rows.length;
  const told = new Set(kept.map((row) => row.join(" ")));
  const named = new Set(kept.flatMap(([from, , to]) => [from, to]));
  const title = (element) => element.querySelector("title").textContent;
  const y = (node) => node.querySelector("circle").cy.baseVal.value;
  const nodes = all(":scope > a", svg).sort((a, b) => y(a) - y(b));
  const step = svg.getAttribute("height") / nodes.length;
  const places = new Map();
  for (const node of nodes) {
    const is = whole || named.has(title(node));
    const to = (places.size + 0.5) * step;
    if (is) places.set(y(node), to);
    place(node, is, to - y(node));
  }
  for (const tie of all(":scope > g", svg)) {
    const line = tie.querySelector("line");
    const ends = (line.dataset.ends ??= `${line.y1.baseVal.value} ${line.y2.baseVal.value}`).split(" ").map(Number);
    const is = whole || told.has(title(tie));
    place(tie, is, "");
    if (is) ends.forEach((end, at) => line.setAttribute(`y${at + 1}`, places.get(end)));
  }
  svg.style.height = `${places.size * step}px`;
}

document.addEventListener("filtered", ({ detail }) => {
  for (const svg of all("main > .figure .timeline-chart")) timeline(svg, detail);
  for (const svg of all("main > .figure .map")) map(svg, detail);
  for (const svg of all("main > .figure .network")) network(svg, detail);
});
all("main > .figure .plot").forEach(zoomable);
