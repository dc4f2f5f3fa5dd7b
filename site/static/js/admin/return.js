// Who saves and comes back to the form finds the tab and the place again, with the message in view until they go on.
const KEY = "place-in-form";
const PARTS = ".w-panel[id], [data-contentpath] > [id]";
const BELOW_HEAD = 120; // pixels

function active(form) {
  return form.querySelector("[role=tab][aria-selected=true]");
}

// The part of the open tab that begins nearest to the head of the page.
function nearest(form) {
  const parts = [...form.querySelectorAll(PARTS)].filter((one) => one.offsetParent);
  const far = (one) => Math.abs(one.getBoundingClientRect().top - BELOW_HEAD);
  return parts.reduce((best, one) => (best && far(best) <= far(one) ? best : one), null);
}

// On a wide screen Wagtail scrolls a part of the page, on a narrow one the page itself.
function scrollers() {
  return [document.querySelector("main"), document.scrollingElement];
}

function keep(form) {
  const part = nearest(form);
  const scrolled = scrollers().some((one) => one.scrollTop > 0);
  const place = { from: location.pathname, tab: active(form)?.id, part: part?.id, scrolled };
  place.top = part?.getBoundingClientRect().top;
  sessionStorage.setItem(KEY, JSON.stringify(place));
}

function kept() {
  const place = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  const came = document.referrer && new URL(document.referrer).pathname;
  return place && place.from === came ? place : null;
}

function openTab(place) {
  if (place.tab) document.getElementById(place.tab)?.click();
  if (place.scrolled) goTo(place);
}

// A tab opens in a moment.
function goTo(place, patience = 40) {
  const part = document.getElementById(place.part);
  if (!part?.offsetParent) return patience > 0 && setTimeout(goTo, 50, place, patience - 1);
  showMessages();
  for (const one of scrollers()) {
    one.scrollBy({ top: part.getBoundingClientRect().top - place.top, behavior: "instant" });
  }
}

function showMessages() {
  const messages = document.querySelector(".messages");
  if (!messages?.textContent.trim()) return;
  messages.classList.add("stays");
  const end = () => messages.classList.remove("stays");
  for (const act of ["keydown", "pointerdown", "wheel"]) addEventListener(act, end, { once: true, passive: true });
}

const form = document.querySelector("form[data-edit-form]");
if (form) {
  const place = kept();
  // What was refused is opened by refused.js. Wagtail chooses the tab once more when everything is there.
  const isRefused = form.querySelector(".w-field--error, .error-message");
  if (place && !isRefused) addEventListener("load", () => setTimeout(openTab, 300, place));
  document.addEventListener("submit", (event) => {
    if (event.target === form && !event.defaultPrevented) keep(form);
  });
}
