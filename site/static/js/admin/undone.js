// What was pressed without a connection, other than "save draft", is not done when the connection is back: then the
// text saves itself, and nothing more. So the foot of the form says what was not done until somebody presses again.
const { dataset: words } = document.getElementById("undone-script");
const place = Object.assign(document.createElement("div"), { className: "footer__container undone" });
place.setAttribute("role", "alert");
let undone = null; // name and words of the button

function isDraft(button) {
  return !button || !(button.name || button.dataset.workflowActionName);
}

function labelOf(button) {
  return (button.querySelector("[data-w-progress-target=label]") ?? button).textContent.trim().replace(/\s+/g, " ");
}

function line(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

function tell(next) {
  const { name, label } = undone;
  const what = { "action-publish": words.notPublished, "action-submit": words.notSubmitted }[name] ?? words.notDone;
  place.replaceChildren(line("b", what.replace("{action}", label)), " ", line("p", next.replace("{action}", label)));
}

document.addEventListener("saving:not-sent", ({ detail: { button } }) => {
  if (isDraft(button)) return;
  undone = { name: button.name, label: labelOf(button) };
  document.querySelector("form[data-edit-form] > footer")?.append(place);
  tell(words.away);
});

document.addEventListener("w-autosave:success", () => undone && tell(words.back));
addEventListener("online", () => undone && tell(words.back));
addEventListener("offline", () => undone && tell(words.away));
