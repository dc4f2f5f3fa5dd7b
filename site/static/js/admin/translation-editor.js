// Beside the translation editor of wagtail-localize: nothing that somebody writes is lost without a word.
import { finish } from "./translation/rows.js";
import { saveInPauses, saveWhatIsLeft } from "./translation/typing.js";

// The editor draws itself at the same event.
document.addEventListener("DOMContentLoaded", () => {
  setTimeout(() => {
    finish();
    saveWhatIsLeft();
    saveInPauses();
  });
});
