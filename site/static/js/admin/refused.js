// After a refusal: opens the tab, the panel or the dialog with the first field that has to be mended.
import { show } from "./place.js";

const ERROR = ".w-field--error, .error-message";

addEventListener("load", () => {
  // Wagtail chooses the tab once more when everything is there.
  setTimeout(() => {
    const error = document.querySelector("form[data-edit-form]")?.querySelector(ERROR);
    if (error) show(error);
  }, 300);
});
