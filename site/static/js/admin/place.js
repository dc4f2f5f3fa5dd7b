// A place of the form that has to be seen: its tab, its panel or its dialog is opened, and it gets the focus.
const SCHEDULE = "schedule-publishing-dialog";

function open(hidden) {
  document.querySelector(`[aria-controls="${hidden.id}"]`)?.click();
}

export function show(error) {
  const panel = error.closest("[role=tabpanel]");
  if (panel) document.querySelector(`[role=tab][aria-controls="${panel.id}"]`)?.click();
  if (error.closest(`#${SCHEDULE}`)) {
    document.querySelector(`[data-a11y-dialog-show="${SCHEDULE}"]`)?.click();
  }
  for (let at = error.parentElement; at && at !== panel; at = at.parentElement) if (at.hidden) open(at);
  const field = (error.closest("[data-field], .w-field") ?? error.parentElement).querySelector(
    "input:not([type=hidden]), textarea, select, [contenteditable=true], button",
  );
  goTo(field ?? error);
}

// A tab opens in a moment, and what is hidden takes no focus.
function goTo(field, patience = 40) {
  if (field.offsetParent === null && patience > 0) return setTimeout(goTo, 50, field, patience - 1);
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}
