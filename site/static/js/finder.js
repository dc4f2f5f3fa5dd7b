// The finder answers in place: it asks for the same address that the form would, and puts the parts of that
// page that depend on the question into this one. Whatever goes wrong, the browser goes there instead.
import {
  anyNews, begin, belongs, follow, isDay, isNews, listAddress, note, ours, typed, unfinished,
} from "./finder/fields.js";
import { showPicked, withoutPicks } from "./finder/picking.js";
import { renew } from "./finder/renew.js";

const form = document.querySelector("form[data-finder]");
const PARTS = ["notices", "quick-filters", "months", "chosen", "filters", "show", "results"].map((name) => `finder-${name}`);
const TYPING = 400;
const PAUSE = 1500; // milliseconds after the last key in which a word may be only half written

let running, timer;
let place = here(); // the address that the page was last told to be at
let entry = ""; // the typed field whose question made the newest entry of the history
let broken = false; // asking has failed: the next time, the form goes there itself
let lastKey = 0;
let leading = false; // the visitor is on the way to an address: what they type meanwhile is asked for there

function here() {
  return location.href.split("#")[0];
}

function stop() {
  clearTimeout(timer);
  running?.abort();
}

function say() {
  const told = [part("results"), ...part("finder-notices").querySelectorAll(".notice")];
  part("finder-said").textContent = told.map((one) => one.textContent).join(" ");
}

function part(id, from = document) {
  return from.getElementById(id);
}

function remember(address, by) {
  if (address !== here()) history[by && by === entry ? "replaceState" : "pushState"]({}, "", address);
  place = here();
  entry = by;
}

// `led`: the visitor goes to an address, and the form follows. `known`: the history knows it. `by`: the name of the
// field that is being typed in.
async function show(address, { led = false, by = "", known = false } = {}) {
  stop();
  leading = led;
  if (known || !led) note(form);
  const request = (running = new AbortController());
  part("finder-results").setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { signal: request.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!response.ok || !PARTS.every((id) => part(id, page))) throw new Error(response.statusText);
    if (by === "q" && page.querySelector("#finder-results .nothing")) await pauseEnds(request.signal);
    if (request.signal.aborted) return;
    follow(form, page, led);
    if (!renew(PARTS, page)) part("results").focus();
    showPicked();
    document.title = page.title;
    takeLinks(page);
    if (!known) remember(new URL(part("finder-results").dataset.address, address).href, by);
    broken = leading = false;
    say();
    // Words that were not asked for yet when the visitor chose a link.
    if (led && anyNews(form, (field) => !isDay(field))) changed(form.elements.q);
  } catch (error) {
    if (error.name !== "AbortError") fail(address, by);
  }
}

// Half a word finds nothing. Nobody is told so before they pause.
async function pauseEnds(signal) {
  part("results").textContent = "…";
  while (!signal.aborted && Date.now() < lastKey + PAUSE) await new Promise((resolve) => setTimeout(resolve, 100));
}

// What of the page's frame follows the question: the same list in other languages, and what the head says of it.
function takeLinks(page) {
  for (const link of document.querySelectorAll(".lang a[hreflang]")) {
    const next = page.querySelector(`.lang a[hreflang="${link.hreflang}"]`);
    if (next) link.href = next.getAttribute("href");
  }
  const told = 'link[rel="canonical"], link[rel="alternate"]';
  for (const link of document.head.querySelectorAll(told)) link.remove();
  document.head.append(...page.head.querySelectorAll(told));
  const printed = document.querySelector("[data-address]:not([id])");
  if (printed) printed.textContent = page.querySelector("[data-address]:not([id])").textContent;
}

// Nobody is taken away from what they are typing: they will press Enter or a button.
function fail(address, by) {
  leading = false;
  broken = Boolean(by) && document.activeElement.name === by;
  if (broken) part("finder-results").removeAttribute("aria-busy");
  else location.assign(address);
}

function changed(field) {
  show(listAddress(form), { by: typed(field) ? field.name : "" });
}

function typing(event) {
  const field = event.target;
  if (!belongs(form, field) || !typed(field)) return;
  clearTimeout(timer);
  lastKey = Date.now();
  if (event.isComposing || (isDay(field) && unfinished(field))) return;
  timer = setTimeout(() => !leading && anyNews(form) && changed(field), TYPING);
}

// A day that is left is asked for at once, also one that was emptied or left half typed.
function leave(event) {
  if (!isDay(event.target)) return;
  if (belongs(form, event.target) && isNews(event.target)) changed(event.target);
}

function followLink(event) {
  const link = event.target.closest("a[href]");
  if (!link || link.pathname !== new URL(form.action).pathname || link.target || link.hash) return;
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(withoutPicks(link.href), { led: true });
}

function submit(event) {
  if (broken || (event.submitter && !ours(form, event.submitter))) return;
  event.preventDefault();
  show(listAddress(form, true));
}

// Going back and forward in the history; a fragment is no other question.
function travelled() {
  if (here() === place) return;
  place = here();
  entry = "";
  show(here(), { led: true, known: true });
}

if (form) {
  begin(form);
  form.addEventListener("change", (event) => {
    if (belongs(form, event.target) && !typed(event.target)) changed(event.target);
  });
  form.addEventListener("input", typing);
  form.addEventListener("compositionend", typing);
  form.addEventListener("focusout", leave);
  form.addEventListener("submit", submit);
  form.addEventListener("click", followLink);
  addEventListener("popstate", travelled);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => event.persisted && show(here(), { led: true, known: true }));
  // What was typed before this file came.
  if (anyNews(form, (field) => !isDay(field))) changed(form.elements.q);
}
