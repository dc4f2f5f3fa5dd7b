// A disclosure that lies over the page closes with Escape, or when the visitor moves on.
function dismissable(details) {
  const summary = details.querySelector("summary");

  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary.focus();
  });

  details.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
  });

  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
}

document.querySelectorAll("details[data-dismiss]").forEach(dismissable);
