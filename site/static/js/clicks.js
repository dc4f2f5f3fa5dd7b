// Tells the site which result of a search has been opened: its place and the words, nothing of the visitor.
const results = document.querySelector("[data-clicks]");

function count(event) {
  const link = event.target.closest("h3 a");
  if (!link || event.button > 1) return;
  const { clicks, words, lang, first } = results.dataset;
  const place = [...results.children].indexOf(link.closest("li"));
  navigator.sendBeacon(clicks, new URLSearchParams({ words, lang, position: Number(first) + place }));
}

for (const kind of ["click", "auxclick"]) results?.addEventListener(kind, count);
