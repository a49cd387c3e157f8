// Takes up the reader's choice of light or dark before anything is painted. Without it the system's holds.
try {
  const chosen = localStorage.getItem("chancery-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // No storage, no choice.
}
