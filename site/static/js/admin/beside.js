// What keeps the form from saving itself is said beside its field, once the field is left: the foot names one only. What
// is said of a field goes as soon as somebody changes it.
import { clear, count, isDueTo, messagesIn, values } from "./messages.js";
import { show } from "./place.js";

const form = document.querySelector("form[data-edit-form]");
const refused = new Map(); // name of the input → what is wrong, and what stood in the field
const told = new Set(); // messages that the server's page did not have
const lead = Object.assign(document.createElement("button"), {
  type: "button",
  className: "button button-small lead",
  textContent: document.getElementById("beside-script").dataset.lead,
});
let first = null; // what the foot names

function fieldOf(input) {
  return input?.closest?.("[data-field]");
}

function inputOf(name) {
  return form.elements[name]?.[0] ?? form.elements[name];
}

// Several blocks may be too few, or a block lack one of two fields: then the first input in there.
function isIn(name) {
  return [...form.elements].find((each) => each.name.startsWith(`${name}-`) && fieldOf(each));
}

lead.addEventListener("click", () => {
  tell(first.name);
  show(first);
});

// The foot's own words come from Wagtail, a moment later.
function offer(name) {
  first = name && (fieldOf(inputOf(name)) ? inputOf(name) : isIn(name));
  const foot = document.querySelector("footer .footer__save-warning")?.parentElement;
  if (first && foot) foot.append(lead);
  else lead.remove();
}

function tell(name) {
  const input = inputOf(name);
  const field = fieldOf(input);
  const place = field?.querySelector("[data-field-errors]");
  if (!place || !refused.has(name) || messagesIn(field).length) return;
  for (const text of refused.get(name).texts) {
    const message = Object.assign(document.createElement("p"), { className: "error-message", textContent: text });
    place.append(message);
    told.add(message);
  }
  field.classList.add("w-field--error");
  input.setAttribute?.("aria-invalid", "true");
  count();
}

// Each answer says all that is wrong: a mistake may have been mended in another field.
function forget() {
  refused.clear();
  if (!told.size) return;
  for (const message of told) if (message.isConnected) clear(message);
  told.clear();
  count();
}

function changed({ type, target }) {
  const field = fieldOf(target);
  // A text that was typed has changed with each key: leaving it changes nothing more.
  if (!field || (type === "change" && target.matches("input[type=text], textarea"))) return;
  const gone = messagesIn(field).filter((each) => !isDueTo(each));
  gone.forEach(clear);
  if (gone.length) count();
  if (!refused.has(target.name) || refused.get(target.name).stood === values(field)) return;
  refused.delete(target.name);
  // What the foot says may be about this very field: it is said anew, if it still holds.
  document.querySelector("footer .footer__save-warning")?.parentElement.classList.add("footer__container--hidden");
}

if (form) {
  document.addEventListener("w-autosave:error", ({ detail }) => {
    forget();
    offer(Object.keys(detail.response?.fields ?? {})[0]);
    for (const [name, texts] of Object.entries(detail.response?.fields ?? {})) {
      const field = fieldOf(inputOf(name));
      if (!field) continue;
      refused.set(name, { texts, stood: values(field) });
      if (!field.contains(document.activeElement)) tell(name);
    }
  });
  document.addEventListener("w-autosave:success", () => {
    forget();
    offer();
  });
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("focusout", ({ target }) => refused.has(target.name) && tell(target.name));
}
