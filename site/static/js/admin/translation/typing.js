// What is typed in the translation editor is saved: in a pause, when its field or the page is left, and before the
// translation is published.
import { rowOf, segments } from "./rows.js";
import {
  editor, isChanged, isChangedSinceShown, isUnsaved, isWaiting, put, saved, sendAtLast, takeBack, words,
} from "./texts.js";

const PAUSE = 2500; // milliseconds without a key

function* openFields() {
  for (const [row, segment] of segments) {
    const field = row.querySelector("textarea");
    if (field && isChanged(field, segment)) yield [segment.editUrl, field.value];
  }
}

// A text that was emptied is not saved before its field is left.
function saveWhatIsOpen() {
  for (const [address, value] of openFields()) if (value.trim()) saved(address, put(value));
}

// What is open is saved before the next page is asked for, which would show the text of before. The editor itself asks
// whenever a field is open, also where its text is saved.
window.addEventListener("beforeunload", (event) => {
  saveWhatIsOpen();
  if (isWaiting() || isUnsaved()) event.preventDefault();
  else if (openFields().next().done) event.stopImmediatePropagation();
});

let publishing = false; // nothing more is sent then: the browser would ask whether to leave

// Who publishes publishes what was typed: a click may come before its field has been left.
window.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest?.(".js-translation-editor footer button[data-w-action-url-value]");
    if (!button) return;
    saveWhatIsOpen();
    publishing = !isWaiting();
    if (publishing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const timer = setInterval(() => {
      if (isWaiting()) return;
      clearInterval(timer);
      if (!isUnsaved()) button.click();
    }, 50);
  },
  true,
);

// After a pause in the typing the text is saved while its field stays open. The editor does not hear of it: it saves
// once more when the field is left, and who takes the text back there takes it back here.
export function saveInPauses() {
  let timer;
  const saying = Object.assign(document.createElement("p"), { className: "help" });
  saying.setAttribute("role", "status");
  editor.addEventListener("input", ({ target: field }) => {
    clearTimeout(timer);
    saying.textContent = "";
    const row = rowOf(field);
    if (!row || !field.matches("textarea")) return;
    if (saying.parentElement !== row) row.append(saying);
    timer = setTimeout(savePaused, PAUSE, field, segments.get(row), saying);
  });
  editor.addEventListener(
    "click",
    ({ target }) => {
      const row = rowOf(target);
      const button = target.closest?.("button");
      if (!row || !button || !row.querySelector("textarea")) return;
      clearTimeout(timer);
      saying.remove();
      if (button === row.querySelector(":scope > ul > li > button")) takeBack(segments.get(row));
    },
    true,
  );
}

async function savePaused(field, segment, saying) {
  if (!field.isConnected || !field.value.trim() || !isChanged(field, segment)) return;
  const answer = await saved(segment.editUrl, put(field.value));
  if (!answer.ok) return;
  const { error } = await answer.json().catch(() => ({}));
  if (!isChanged(field, segment)) saying.textContent = error || words.saved;
}

// What somebody has typed is saved once the field is left, as if they had saved it.
export function saveWhatIsLeft() {
  let pressed;
  editor.addEventListener("pointerdown", (event) => {
    pressed = event.target;
  });
  editor.addEventListener("focusin", ({ target }) => {
    pressed = undefined;
    if (rowOf(target)) publishing = false;
  });
  editor.addEventListener("focusout", (event) => {
    const row = rowOf(event.target);
    const field = row?.querySelector("textarea");
    if (!field || row.contains(event.relatedTarget ?? pressed) || !document.hasFocus()) return;
    if (!isChangedSinceShown(field, segments.get(row))) return;
    setTimeout(() => {
      if (publishing) return;
      // A button that was pressed goes when a field takes its place: nobody has left that.
      if (!event.target.isConnected || !field.isConnected || row.contains(document.activeElement)) return;
      // The editor's buttons while it has a field open: the first takes back, the second saves.
      row.querySelectorAll(":scope > ul > li > button")[1]?.click();
    });
  });
  window.addEventListener("pagehide", () => {
    for (const [address, value] of openFields()) if (value) sendAtLast(address, value);
  });
}
