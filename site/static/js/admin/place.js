// A place of the form that has to be seen: its tab, its panel or its dialog is opened, and it gets the focus.
const SCHEDULE = "schedule-publishing-dialog";
const WORKABLE = "input:not([type=hidden]), textarea, select, [contenteditable=true], button";

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
  goTo(error, error.closest("[data-field], .w-field") ?? error.parentElement);
}

// A tab opens in a moment, and what is hidden takes no focus, such as the button that changes what nobody has chosen.
function goTo(error, around, patience = 40) {
  const field = [...around.querySelectorAll(WORKABLE)].find((each) => each.offsetParent !== null);
  if (!field && patience > 0) return setTimeout(goTo, 50, error, around, patience - 1);
  (field ?? error).focus({ preventScroll: true });
  (field ?? error).scrollIntoView({ block: "center" });
}
