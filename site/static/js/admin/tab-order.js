// The key Tab leads from a field to the next one. Between them Wagtail has a button for a comment, which
// Ctrl+Alt+M does from within the field, and a link from each heading to itself.
const PASSED = "[data-comment-add], .w-panel__anchor";
const shortcuts = JSON.parse(document.getElementById("wagtail-config")?.textContent ?? "{}").KEYBOARD_SHORTCUTS_ENABLED;

function pass() {
  for (const one of document.querySelectorAll(`form[data-edit-form] :is(${PASSED})`)) {
    if (one.matches("[data-comment-add]")) one.setAttribute("aria-keyshortcuts", "Control+Alt+M");
    one.tabIndex = -1;
  }
}

// At the key itself: rows and blocks are added while somebody writes.
if (shortcuts) addEventListener("keydown", ({ key }) => key === "Tab" && pass(), { capture: true });

// Wagtail makes the comment at these keys, and shows it only where its panel is open.
function isForComment({ ctrlKey, metaKey, altKey, code }) {
  return (ctrlKey || metaKey) && altKey && code === "KeyM";
}

if (shortcuts) {
  addEventListener("keyup", (event) => {
    if (isForComment(event) && event.target.closest?.("[data-contentpath]")) window.comments?.commentApp.activate();
  }, { capture: true });
}
