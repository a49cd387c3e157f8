// Buttons that copy: what stands in boxes of code, and the addresses of claims. Only where the browser lets pages copy.
const { all, make, button, say } = window.chancery;
const copier = (text, name, of) => {
  const copy = async () => {
    const said = await navigator.clipboard.writeText(of()).then(() => "Copied", () => "Could not be copied");
    made.textContent = made.ariaLabel = said;
    say(said);
    setTimeout(() => Object.assign(made, named), 2000);
  };
  const named = { textContent: text, ariaLabel: `${text} ${name}` };
  const made = button("", copy, { className: "copy", ...named });
  return made;
};

if (navigator.clipboard) {
  for (const box of all("main pre")) {
    const what = box.closest("details")?.querySelector("summary").textContent ?? "this block";
    const wrap = make("div", { className: "copied" });
    box.replaceWith(wrap);
    wrap.append(box, copier("Copy", what, () => box.textContent));
  }
  for (const row of all("tr[id^=claim-]")) {
    const what = row.querySelector(".what");
    what.append(copier("Copy link", `to the claim: ${what.querySelector(".title").textContent}`, () => new URL(`#${row.id}`, location).href));
  }
}
