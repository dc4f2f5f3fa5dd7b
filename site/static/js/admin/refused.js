// After a refusal: opens the tab, the panel or the dialog with the first field that has to be mended. The foot says
// what was not done, and leads from each such field to the next.
import { count, messagesIn } from "./messages.js";
import { show } from "./place.js";

const form = document.querySelector("form[data-edit-form]");
const { dataset: words } = document.getElementById("refused-script");
const head = document.querySelector(".messages [data-refused]");
const notDone = head?.dataset.refused;
const place = Object.assign(document.createElement("div"), { className: "footer__container refused" });
const said = place.appendChild(document.createElement("p"));
const lead = place.appendChild(Object.assign(document.createElement("button"), {
  type: "button", className: "button button-small lead", textContent: words.lead,
}));
place.setAttribute("role", "status");
let at = null; // the message that was led to last
let first = 0; // how many fields there were to mend

// Around a message in blocks there are others, each inside the next: its own is the innermost.
function fields() {
  return new Set(messagesIn(form).map((each) => each.closest("[data-field]") ?? each.parentElement)).size;
}

function tell() {
  const left = fields();
  said.textContent = `${notDone} ${words.count.replace("{count}", left)}`;
  if (left < first) {
    head.textContent = said.textContent;
    head.parentElement.querySelector(".errorlist")?.remove(); // it names what is mended by now
  }
  if (left) form.querySelector(":scope > footer")?.append(place);
  else place.remove();
}

function next() {
  const messages = messagesIn(form);
  at = messages[(messages.indexOf(at) + 1) % messages.length];
  if (at) show(at);
}

function begin() {
  count(); // blocks come after the tabs have counted
  if (notDone) {
    first = fields();
    tell();
    document.addEventListener("wagtail:panel-init", tell);
    lead.addEventListener("click", next);
  }
  next();
}

if (form) {
  addEventListener("load", () => {
    // Wagtail chooses the tab once more when everything is there.
    setTimeout(() => messagesIn(form).length && begin(), 300);
  });
}
