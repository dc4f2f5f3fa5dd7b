// After a refusal the form goes on saving itself as a draft. What it saves is right but for what a draft may lack:
// so a message goes at its next saving, unless it stands at a required field that is still empty, or at a list of
// blocks in which nothing has changed.
import { clear, count, isDueTo, messagesIn, note } from "./messages.js";

const form = document.querySelector("form[data-edit-form]");

function follow() {
  const messages = messagesIn(form);
  const right = messages.filter((each) => !isDueTo(each));
  right.forEach(clear);
  if (right.length) count();
  if (right.length < messages.length) return;
  for (const summary of document.querySelectorAll(".messages .error")) summary.remove();
}

if (form) {
  addEventListener("load", () => {
    note(messagesIn(form));
    // Without messages there is nothing to follow, and what stands at the top is about something else.
    if (messagesIn(form).length || document.querySelector(".messages .error .errorlist")) {
      document.addEventListener("w-autosave:success", follow);
    }
  });
}
