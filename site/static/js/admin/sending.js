// A form that somebody has sent. What it saves by itself is answered first: sent at once, it would be overtaken by the
// older text. Until the answer has come the page says that it is being saved and takes nothing more, because what was
// typed meanwhile would be on no page that comes.
import { form, hold, isAway, isLost, isPending, letGo, listen, pause, words } from "./saving.js";

const LONG_MS = 10_000; // until somebody may want to go on writing
const REACHABLE_MS = 30_000; // to wait for any answer at all
const TAKEN_IN_MS = 200; // until Wagtail has the answer in the form: a new page gets its address
const HANDED_OVER_MS = 400; // Draftail takes 250 after the last key
const PARTS = ":scope > :not(footer), footer .actions"; // of the form; its foot says what happens
// What Wagtail writes into the form for one button must not be done by the next saving as well.
const FOR_ONE_BUTTON = "[name=action-workflow-action], [name^=workflow-action-]";

let ready = false;
let reached = false; // what was clicked is clicked again
let sending = null; // the button, what had the focus, what is closed meanwhile

const place = Object.assign(document.createElement("div"), { className: "footer__container sending" });
place.setAttribute("role", "status");
const goOn = Object.assign(document.createElement("button"), {
  type: "button", className: "button button-small button-secondary", textContent: words.goOn,
});
goOn.addEventListener("click", () => {
  stop();
  release();
});

function say(text, ...more) {
  place.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }), " ", ...more);
}

// Who was in a field that is closed now is nowhere.
function offer() {
  say(words.long, goOn);
  if (document.activeElement === document.body) goOn.focus();
}

function close(button) {
  const focus = document.activeElement;
  const parts = [...form.querySelectorAll(PARTS), ...document.querySelectorAll("[data-form-side]")];
  const closed = parts.filter((each) => !each.inert);
  const timer = setTimeout(offer, LONG_MS);
  sending = { button, focus, closed, timer };
  hold();
  form.setAttribute("aria-busy", "true");
  for (const each of closed) each.inert = true;
  form.querySelector(":scope > footer")?.append(place);
  say(words.sending);
}

// The form is as it was before the button was pressed.
function release() {
  if (!sending) return;
  const { button, focus, closed, timer } = sending;
  sending = null;
  clearTimeout(timer);
  letGo();
  form.removeAttribute("aria-busy");
  form.dataset.wUnsavedConfirmationValue = "true"; // who leaves is asked again
  for (const each of closed) each.inert = false;
  for (const input of form.querySelectorAll(FOR_ONE_BUTTON)) input.remove();
  place.replaceChildren();
  if (button) {
    button.dataset.wProgressLoadingValue = "false";
    button.disabled = false;
  }
  if (focus?.isConnected) focus.focus({ preventScroll: true });
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
  const ask = { method: "HEAD", mode: "no-cors", cache: "no-store", signal: AbortSignal.timeout(REACHABLE_MS) };
  return fetch(script, ask).then(() => true, () => false);
}

function stay(button) {
  release();
  const detail = { type: "network_error", text: words.network_error };
  document.dispatchEvent(new CustomEvent("w-autosave:error", { detail }));
  document.dispatchEvent(new CustomEvent("saving:not-sent", { detail: { button } })); // see undone.js
}

async function send(submitter, inRichText) {
  const mine = sending;
  if (inRichText) await pause(HANDED_OVER_MS);
  if (isPending()) {
    while (isPending() && sending === mine) await pause(100);
    await pause(TAKEN_IN_MS);
  }
  const there = sending === mine && (await isReachable());
  if (sending !== mine) return; // somebody goes on writing
  if (there) sendAgain(submitter);
  else stay(submitter);
}

listen("submit", (event) => {
  if (event.target !== form || ready || isLost()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (sending) return; // it was pressed twice
  const inRichText = Boolean(document.activeElement?.closest?.("[contenteditable=true]"));
  close(event.submitter);
  send(event.submitter, inRichText);
});

document.addEventListener("submit", (event) => {
  if (event.target === form && event.defaultPrevented && ready) release();
});

// The button of the browser that stops a page from loading, and its way back.
window.navigation?.addEventListener("navigateerror", release);
addEventListener("pageshow", release);

// These ask for a comment or a confirmation in a dialog, which has to be fetched before anything is sent.
listen("click", (event) => {
  const button = form && event.target.closest?.("[data-workflow-action-name], [name=action-publish]");
  if (!button || reached || isLost() || !isAway()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  isReachable().then((there) => {
    reached = there;
    if (there) button.click();
    else stay(button);
    reached = false;
  });
});

// Wagtail sends it like this once a comment has been given; the browser would tell no listener of it.
if (form) form.submit = () => form.requestSubmit();
