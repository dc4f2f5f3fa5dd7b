// After a refusal the form goes on saving itself as a draft. What it saves is right but for what a draft may lack:
// so a message goes at its next saving, unless it stands at a required field that is still empty, or at a list of
// blocks in which nothing has changed.
const MESSAGE = ".error-message, .help-critical";
const form = document.querySelector("form[data-edit-form]");
const lists = new Map(); // message about several fields → what stood in them when it came

function written(place) {
  return [...place.querySelectorAll("input, select, textarea")].filter(({ type }) => type !== "button");
}

function values(place) {
  return JSON.stringify(written(place).map((each) => [each.name, each.checked, each.value]));
}

function isEmpty(place) {
  const given = (each) => (["checkbox", "radio"].includes(each.type) ? each.checked : each.value);
  return !written(place).some((each) => given(each) && !isBare(each.value));
}

// A rich text without a word in it, and a chooser in which nothing is chosen.
function isBare(value) {
  if (value === "null") return true;
  try {
    return JSON.parse(value).blocks.every(({ text, type }) => !text.trim() && type !== "atomic");
  } catch {
    return false;
  }
}

function isDueTo(message) {
  const field = message.closest("[data-field]");
  if (!field) return lists.get(message) === values(message.parentElement);
  const label = field.parentElement.querySelector(":scope > .w-field__label"); // a block's may stand elsewhere
  return (!label || label.querySelector(".w-required-mark")) && isEmpty(field);
}

function clear(message) {
  const field = message.closest("[data-field]");
  const place = message.closest("[data-field-errors]");
  if (place) place.replaceChildren();
  else message.remove();
  if (!field || field.querySelector(MESSAGE)) return;
  field.classList.remove("w-field--error");
  for (const input of field.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

function count() {
  for (const badge of document.querySelectorAll("[data-controller~=w-count]")) {
    const tab = document.querySelector(badge.dataset.wCountContainerValue);
    if (tab) badge.dataset.wCountTotalValue = tab.querySelectorAll(MESSAGE).length;
  }
}

function follow() {
  const messages = [...form.querySelectorAll(MESSAGE)];
  const right = messages.filter((each) => !isDueTo(each));
  right.forEach(clear);
  if (right.length) count();
  if (right.length < messages.length) return;
  for (const summary of document.querySelectorAll(".messages .error")) summary.remove();
}

if (form) {
  addEventListener("load", () => {
    for (const each of form.querySelectorAll(MESSAGE)) lists.set(each, values(each.parentElement));
    // Without messages there is nothing to follow, and what stands at the top is about something else.
    if (form.querySelector(MESSAGE) || document.querySelector(".messages .error .errorlist")) {
      document.addEventListener("w-autosave:success", follow);
    }
  });
}
