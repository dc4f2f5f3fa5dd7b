// Beside Wagtail's autosave: says in plain words why something was not saved, tries again when that can help,
// and sends the token of the present session, because a login in another tab makes a new one.
const RETRY_MS = 15_000;
const MAX_WAIT_MS = 10_000; // to wait for an answer
const TAKEN_IN_MS = 200; // until Wagtail has the answer in the form: a new page gets its address
const HANDED_OVER_MS = 400; // Draftail takes 250 after the last key
const form = document.querySelector("form[data-edit-form]");
const words = document.getElementById("saving-script")?.dataset ?? {};
let failed = false;
let lost = false; // what is here cannot be saved any more
let sent = null;
let tried = null; // what stood in the form when it was sent
let refused = null; // and was not taken, because a field is wrong
let leaving = false;
let before = null; // what stood in the form before the first key or click
let early = false; // something was changed before Wagtail began to watch

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
}

function renewTokens() {
  const present = token();
  if (!present) return;
  for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = present;
}

// Before the script that shows them: both belong to Wagtail, and listen later.
function listen(event, listener) {
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

listen("w-autosave:save", (event) => {
  const { detail } = event;
  const now = contents();
  if (leaving || now === refused) {
    event.preventDefault();
    event.stopImmediatePropagation(); // nothing says that it is being saved
    return;
  }
  tried = now;
  if (token()) detail.formData.set("csrfmiddlewaretoken", token());
  sent = detail.formData;
});

listen("w-autosave:success", () => {
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
});

listen("submit", (event) => {
  if (lost && event.target === form) event.preventDefault(); // the text is safer here than on another page
});

// What is sent while an autosave is on its way would be overtaken by it: the older text would come last. And a rich
// text hands its words over only after a pause in the typing. So the form waits for both.
let ready = false;
let reached = false; // what was clicked is clicked again
let submitting = false;

// What Wagtail writes into the form for one button must not be done by the next saving as well.
const FOR_ONE_BUTTON = "[name=action-workflow-action], [name^=workflow-action-]";

function remain() {
  leaving = false;
  for (const input of form.querySelectorAll(FOR_ONE_BUTTON)) input.remove();
}

function answered() {
  return new Promise((resolve) => {
    for (const end of ["success", "error"]) document.addEventListener(`w-autosave:${end}`, resolve, { once: true });
    setTimeout(resolve, MAX_WAIT_MS);
  });
}

// The answer to the first autosave of a new page brings other buttons.
function inPlaceOf(submitter) {
  if (!submitter || submitter.form === form) return submitter;
  const same = (one) => one.type === "submit" && one.name === submitter.name && one.value === submitter.value;
  const twin = [...form.elements].find(same);
  if (twin) return twin;
  submitter.hidden = true;
  form.append(submitter);
  return submitter;
}

function sendAgain(submitter) {
  const button = inPlaceOf(submitter);
  ready = true;
  if (button) button.disabled = false; // Wagtail's button is, and would not say which one it is
  form.requestSubmit(button);
  ready = false;
}

// Without a connection the browser would show its own page in place of the form, and what was typed would be gone.
function isReachable() {
  const script = document.getElementById("saving-script").src;
  return fetch(script, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
}

function stay(button) {
  remain();
  if (button) {
    button.dataset.wProgressLoadingValue = "false";
    button.disabled = false;
  }
  const detail = { type: "network_error", text: words.network_error };
  document.dispatchEvent(new CustomEvent("w-autosave:error", { detail }));
  document.dispatchEvent(new CustomEvent("saving:not-sent", { detail: { button } })); // see undone.js
}

function isAway() {
  return failed || !navigator.onLine;
}

listen("submit", (event) => {
  if (event.target !== form || ready || lost || !isAway()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  isReachable().then((there) => (there ? sendAgain : stay)(event.submitter));
});

// These ask for a comment or a confirmation in a dialog, which has to be fetched before anything is sent.
listen("click", (event) => {
  const button = form && event.target.closest?.("[data-workflow-action-name], [name=action-publish]");
  if (!button || reached || lost || !isAway()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  isReachable().then((there) => {
    reached = there;
    if (there) button.click();
    else stay(button);
    reached = false;
  });
});

async function autosaveDone(inRichText) {
  if (inRichText) await new Promise((resolve) => setTimeout(resolve, HANDED_OVER_MS));
  if (!sent) return;
  await answered();
  await new Promise((resolve) => setTimeout(resolve, TAKEN_IN_MS));
}

listen("submit", (event) => {
  const inRichText = Boolean(document.activeElement?.closest?.("[contenteditable=true]"));
  if (event.target !== form || ready || lost || !(sent || inRichText)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (submitting) return; // it was pressed twice
  const { submitter } = event;
  leaving = submitting = true; // an autosave that began now would be answered at the same time as the form
  autosaveDone(inRichText).then(() => {
    submitting = false;
    if (isAway()) return isReachable().then((there) => (there ? sendAgain : stay)(submitter));
    sendAgain(submitter);
  });
});

// A form that is on its way saves itself no more, until somebody types again: where the answer takes long, that would
// make a draft after what has just been published or approved.
document.addEventListener("submit", (event) => {
  leaving = event.target === form && !event.defaultPrevented;
});
addEventListener("pageshow", () => {
  if (leaving) remain();
});
listen("input", ({ isTrusted }) => {
  if (isTrusted && leaving && !submitting) remain();
});

// Wagtail takes for saved whatever stands in the form when an answer comes, or two seconds after the page has.
// What was typed while the answer was on its way is not: it is saved next.
function typedSince(updates) {
  const typed = [...new FormData(form)].filter(([name]) => !/^(comments-|csrf|loaded_)/.test(name) && !(name in updates));
  return typed.some(([name, value]) => typeof value === "string" && !sent.getAll(name).includes(value));
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
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();
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
  // Wagtail sends it like this once a comment has been given; the browser would tell no listener of it.
  form.submit = () => form.requestSubmit();
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
