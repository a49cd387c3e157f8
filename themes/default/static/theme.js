// Takes up the reader's choice of light or dark before anything is painted.
try {
  const theme = localStorage.getItem("chancery-theme");
  if (/^(light|dark)$/.test(theme)) document.documentElement.dataset.theme = theme;
} catch {}
