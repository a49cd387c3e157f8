// Buttons that copy: what stands in boxes of code, and the addresses of claims. Only where the browser lets pages copy.
function button(text, name, of) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "copy", textContent: text, ariaLabel: `${text}${name}` });
  made.addEventListener("click", async () => {
    let said = "Copied";
    try {
      await navigator.clipboard.writeText(of());
    } catch {
      said = "Could not be copied";
    }
    made.textContent = said;
    document.dispatchEvent(new CustomEvent("say", { detail: said }));
    setTimeout(() => (made.textContent = text), 2000);
  });
  return made;
}

if (navigator.clipboard) {
  for (const box of document.querySelectorAll("main pre")) {
    const what = box.closest("details")?.querySelector("summary")?.textContent;
    const wrap = document.createElement("div");
    wrap.className = "copied";
    box.replaceWith(wrap);
    wrap.append(box, button("Copy", what ? ` ${what}` : " this block", () => box.textContent));
  }
  for (const row of document.querySelectorAll("tr[id^=claim-]")) {
    const claim = row.querySelector(".words");
    const address = () => new URL(`#${row.id}`, location.href).href;
    row.querySelector(".what")?.append(button("Copy link", ` to the claim: ${claim?.textContent}`, address));
  }
}
