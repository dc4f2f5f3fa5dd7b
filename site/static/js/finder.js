// The finder answers in place: it asks for the same address that the form would, and puts the parts of that
// page that depend on the question into this one. Whatever goes wrong, the browser goes there instead.
const form = document.querySelector("form[data-finder]");
const PARTS = ["notices", "picks", "chosen", "filters", "results"].map((name) => `finder-${name}`);
const TYPING = 400;

let running, timer, lastTyped;

const part = (id, from = document) => from.getElementById(id);
const ours = (field) => field.form === form && field.closest(".search, .filters, .sorting, .for-whom");
const typed = (field) => field.matches("input:not([type=checkbox])");

// The address of what the form holds, without what goes without saying.
function asked() {
  const pairs = [...form.elements].filter((field) => field.name && ours(field)).filter((field) => {
    if (field.type === "checkbox") return field.checked;
    return field.tagName === "SELECT" ? field.selectedIndex > 0 : field.value.trim();
  });
  const query = new URLSearchParams(pairs.map((field) => [field.name, field.value])).toString();
  return form.action + (query && `?${query}`);
}

// What tells an element of one page from the others of its kind, so as to find it in the next.
function same(element, page) {
  if (element.id) return part(element.id, page);
  if (element.name) return [...page.getElementsByName(element.name)].find((one) => one.value === element.value);
  const facet = element.parentElement?.dataset.facet;
  return facet && page.querySelector(`[data-facet="${facet}"] > summary`);
}

function keepOpen(page) {
  for (const facet of document.querySelectorAll("[data-facet]")) {
    const next = page.querySelector(`[data-facet="${facet.dataset.facet}"]`);
    if (next) next.open = facet.open;
  }
}

// The words stay where they are; they follow the address unless somebody is writing them.
function showWords(page) {
  const field = form.elements.q;
  if (field !== document.activeElement || !lastTyped) field.value = page.getElementById(field.id).value;
}

function swap(page) {
  const before = document.activeElement;
  const held = PARTS.some((id) => part(id).contains(before)) && before;
  keepOpen(page);
  showWords(page);
  for (const id of PARTS) part(id).replaceWith(part(id, page));
  if (held) restoreFocus(held);
}

// Focus stays on what it was on; where that is gone, it goes to what has come instead.
function restoreFocus(held) {
  const next = same(held, document);
  if (next && typed(held) && lastTyped === held.name) next.value = held.value;
  (next ?? part("results")).focus({ preventScroll: Boolean(next) });
}

async function show(address, remember = "pushState") {
  clearTimeout(timer);
  running?.abort();
  const request = (running = new AbortController());
  part("finder-results").setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { signal: request.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!response.ok || !PARTS.every((id) => part(id, page))) throw new Error(response.statusText);
    if (request.signal.aborted) return;
    swap(page);
    const shown = new URL(part("finder-results").dataset.address, address).href;
    if (remember && shown !== location.href) history[remember]({}, "", shown);
    part("finder-said").textContent = part("results").textContent;
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

function changed(field) {
  const again = typed(field) && lastTyped === field.name;
  lastTyped = typed(field) && field.name;
  show(asked(), again ? "replaceState" : "pushState");
}

function follow(event) {
  const link = event.target.closest("a[href]");
  if (!link || link.pathname !== new URL(form.action).pathname || link.target || link.hash) return;
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  lastTyped = "";
  show(link.href);
}

if (form) {
  form.addEventListener("change", (event) => {
    if (ours(event.target) && !typed(event.target)) changed(event.target);
  });
  form.addEventListener("input", (event) => {
    if (!ours(event.target) || !typed(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, TYPING, event.target);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter && !ours(event.submitter)) return;
    event.preventDefault();
    show(asked());
  });
  form.addEventListener("click", follow);
  addEventListener("popstate", () => {
    lastTyped = "";
    show(location.href, "");
  });
}
