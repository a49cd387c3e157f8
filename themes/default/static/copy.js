// Buttons that copy: what stands in boxes of code, and the addresses of claims. Only where the browser lets pages copy.
const { make, button, say } = window.chancery;
const copier = (text, name, of) => {
  const copy = async () => {
    const said = await navigator.clipboard.writeText(of()).then(() => "Copied", () => "Could not be copied");
    made.textContent = said;
    say(said);
    setTimeout(() => (made.textContent = text), 2000);
  };
  const made = button(text, copy, { className: "copy", ariaLabel: `${text} ${name}` });
  return made;
};

if (navigator.clipboard) {
  for (const box of document.querySelectorAll("main pre")) {
    const what = box.closest("details")?.querySelector("summary").textContent ?? "this block";
    const wrap = make("div", { className: "copied" });
    box.replaceWith(wrap);
    wrap.append(box, copier("Copy", what, () => box.textContent));
  }
  for (const row of document.querySelectorAll("tr[id^=claim-]")) {
    const what = row.querySelector(".what");
    what.append(copier("Copy link", `to the claim: ${what.querySelector(".words").textContent}`, () => new URL(`#${row.id}`, location).href));
  }
}
