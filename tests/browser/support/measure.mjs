// Measures of an open page.

/** What sticks out of the page sideways and makes it scroll: each as `tag.class: right edge`. Empty where nothing does. */
export async function overflow(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrolls = (element) => element && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return (box.right > root.clientWidth + 0.5 || box.left < -0.5) && box.width > 0 && !scrolls(element.parentElement);
    });
    const names = wide.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}: ${Math.round(element.getBoundingClientRect().right)}`);
    return [`page: ${root.scrollWidth} px`, ...names.slice(0, 8)];
  });
}
