// Beside Wagtail's autosave: says in plain words why something was not saved, tries again when that can help,
// and sends the token of the present session, because a login in another tab makes a new one.
const RETRY_MS = 15_000;
const INTERVAL_MS = 500; // Wagtail's, from the change that is to be saved to the request
const HIDDEN = "footer__container--hidden";
const OF_THE_FORM = /^(comments-|csrf|loaded_|overwrite_)/; // names of what nobody has typed
export const form = document.querySelector("form[data-edit-form]");
export const words = document.getElementById("saving-script")?.dataset ?? {};
let failed = false;
let lost = false; // what is here cannot be saved any more
let sent = null; // what is on its way, or about to be, until the answer has come
let since = 0; // when that began
let tried = null; // what stood in the form when it was sent
let refused = null; // and was not taken, because a field is wrong
let held = false; // the form itself is on its way: what it saved by itself now would come after it
let before = null; // what stood in the form before the first key or click
let early = false; // something was changed before Wagtail began to watch

export const isAway = () => failed || !navigator.onLine;
export const isLost = () => lost;
export const isPending = () => sent !== null;
export const hold = () => { held = true; };
export const letGo = () => { held = false; };
export const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
}

function renewTokens() {
  const present = token();
  if (!present) return;
  for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = present;
}

// Before the script that shows them: both belong to Wagtail, and listen later.
export function listen(event, listener) {
  document.addEventListener(event, listener, { capture: true });
}

listen("submit", renewTokens);

// The form that asks who else is here sends the token that the page came with.
listen("w-session:ping", ({ target }) => {
  if (!target.elements.csrfmiddlewaretoken) {
    target.prepend(Object.assign(document.createElement("input"), { type: "hidden", name: "csrfmiddlewaretoken" }));
  }
  renewTokens();
});

// Wagtail would ask before somebody else's version is written over. The server does, and shows what differs.
listen("w-swap:json", ({ detail }) => delete detail.data?.other_sessions);

// Nor before something is sent without a connection, in a dialog that stays when the connection is back: the foot says
// it, and the form waits.
for (const event of ["w-swap:error", "w-autosave:error"]) {
  listen(event, ({ detail }) => {
    if (detail.error instanceof TypeError) delete detail.error;
  });
}

function isOnItsWay() {
  return isPending() && performance.now() - since > (Number(form.dataset.wAutosaveIntervalValue) || INTERVAL_MS);
}

// One after the other: of two requests the older one could come last. What is typed meanwhile is saved next, see below.
listen("w-unsaved:add", (event) => {
  if (event.target === form && (held || isOnItsWay())) event.stopImmediatePropagation();
});

listen("w-autosave:save", (event) => {
  const { detail } = event;
  const now = contents();
  if (held || now === refused) {
    event.preventDefault();
    event.stopImmediatePropagation(); // nothing says that it is being saved
    if (isPending() && !isOnItsWay()) sent = null; // this takes the place of what was about to be sent
    return;
  }
  tried = now;
  if (token()) detail.formData.set("csrfmiddlewaretoken", token());
  sent = detail.formData;
  since = performance.now();
  if (failed) event.stopImmediatePropagation(); // the head goes on saying what the foot says, until it is saved
});

listen("w-autosave:success", () => {
  if (failed) document.querySelector("footer .footer__save-warning")?.parentElement.classList.add(HIDDEN);
  failed = false;
  refused = null;
});

listen("w-autosave:error", ({ detail }) => {
  failed = detail.type !== "validation_error";
  refused = failed ? null : tried; // nothing but a change can help there
  sent = null;
  lost = detail.response?.lost === true;
  if (form.dataset.wUnsavedHasEditsValue !== "true") saveNext(); // what was changed before Wagtail began to watch
  if (!lost) detail.text = words[detail.type] ?? detail.text;
  if (refused !== null && refused !== contents()) saveNext(); // what was typed meanwhile may be right
});

listen("submit", (event) => {
  if (lost && event.target === form) event.preventDefault(); // the text is safer here than on another page
});

// Wagtail takes for saved whatever stands in the form when an answer comes, or two seconds after the page has.
// What was typed while the answer was on its way is not: it is saved next.
function typedSince(updates) {
  const typed = (data) => [...data].filter(([name]) => !OF_THE_FORM.test(name) && !(name in updates));
  return listed(typed(new FormData(form))) !== listed(typed(sent));
}

function listed(entries) {
  return new URLSearchParams(entries.filter(([, value]) => typeof value === "string")).toString();
}

function saveNext() {
  form.dataset.wUnsavedForceValue = "true";
  form.dataset.wUnsavedHasEditsValue = "true"; // at once: nobody reads meanwhile that all is saved
}

document.addEventListener("w-autosave:success", ({ detail }) => {
  if (form && sent && typedSince(detail.response.field_updates ?? {})) saveNext();
  sent = null;
});

function save() {
  form.dispatchEvent(new CustomEvent("w-unsaved:add", { detail: { type: "edits" } }));
}

function again() {
  if (failed && !lost && !document.hidden) save();
}

function contents() {
  return listed([...new FormData(form)]);
}

// What somebody has changed until Wagtail begins to watch, by typing or by a button, is no part of what was loaded.
function watchFromTheStart() {
  // Who comes back finds what the browser remembers of the form, which may be older than what is saved.
  const [visit] = performance.getEntriesByType("navigation");
  const fields = visit?.type === "navigate" ? [...form.querySelectorAll("input[type=text], textarea")] : [];
  early = fields.some((one) => one.form === form && one.value !== one.defaultValue);
  const note = ({ isTrusted }) => {
    if (isTrusted) before ??= contents();
  };
  for (const act of ["keydown", "pointerdown", "paste", "drop"]) form.addEventListener(act, note, { capture: true });
  const begin = () => {
    if (!early && (before === null || before === contents())) return;
    save();
  };
  document.addEventListener("w-unsaved:watch-edits", begin, { once: true });
}

if (form) {
  // A form that was refused would be saved once, and then watched no more.
  const cameBack = form.dataset.wUnsavedForceValue === "true";
  form.dataset.wUnsavedForceValue = "false";
  watchFromTheStart();
  early ||= cameBack;
  addEventListener("online", again);
  addEventListener("focus", again);
  document.addEventListener("visibilitychange", again);
  setInterval(again, RETRY_MS);
}
