// The messages beside the fields of a form: which of them still hold, and how they go.
const MESSAGE = ".error-message, .help-critical";
const came = new Map(); // message that the page came with → what stood there then, and whether that was nothing

function written(place) {
  return [...place.querySelectorAll("input, select, textarea")].filter(({ type }) => type !== "button");
}

export function values(place) {
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

// Whether it still holds, as far as that can be told from here: something is missing, or nothing has changed.
export function isDueTo(message) {
  const field = message.closest("[data-field]");
  if (!field) return came.get(message)?.stood === values(message.parentElement);
  if (!came.get(message)?.empty) return false; // it is about what was written
  const label = field.parentElement.querySelector(":scope > .w-field__label"); // a block's may stand elsewhere
  return (!label || label.querySelector(".w-required-mark")) && isEmpty(field);
}

export function clear(message) {
  const field = message.closest("[data-field]");
  const place = message.closest("[data-field-errors]");
  if (place) place.replaceChildren();
  else message.remove();
  if (!field || field.querySelector(MESSAGE)) return;
  field.classList.remove("w-field--error");
  for (const input of field.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

export function count() {
  for (const badge of document.querySelectorAll("[data-controller~=w-count]")) {
    const tab = document.querySelector(badge.dataset.wCountContainerValue);
    if (tab) badge.dataset.wCountTotalValue = tab.querySelectorAll(MESSAGE).length;
  }
  document.dispatchEvent(new CustomEvent("wagtail:panel-init")); // the overview of the sections counts anew
}

export function messagesIn(place) {
  return [...place.querySelectorAll(MESSAGE)];
}

// To be called once, when everything is there.
export function note(messages) {
  for (const each of messages) {
    const place = each.closest("[data-field]") ?? each.parentElement;
    came.set(each, { stood: values(each.parentElement), empty: isEmpty(place) });
  }
}
