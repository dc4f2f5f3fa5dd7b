// After each saving the checklist comes anew. What it asks about the days of a call is asked beside their fields, too.
const panel = document.querySelector("[data-side-panel=checklist]");

function ask() {
  const questions = [...panel.querySelectorAll("[data-code=question] strong")].map(({ textContent }) => textContent);
  for (const place of document.querySelectorAll("form[data-edit-form] [data-question]")) {
    place.textContent = questions.join(" ");
  }
}

if (panel) new MutationObserver(ask).observe(panel, { childList: true });
