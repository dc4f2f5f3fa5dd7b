// After each saving the checklist comes anew. What it asks about the days of a call is asked at their fields, too.
const panel = document.querySelector("[data-side-panel=checklist]");

function ask() {
  const asked = [...panel.querySelectorAll("[data-code=question] strong")].map(({ textContent }) => textContent);
  for (const place of document.querySelectorAll("form[data-edit-form] [data-question]")) {
    place.textContent = asked.join(" ");
  }
}

if (panel) new MutationObserver(ask).observe(panel, { childList: true });
