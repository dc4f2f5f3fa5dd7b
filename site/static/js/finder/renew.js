// Puts parts of an answer in the place of those on the page. What has the focus stays in the document with all that
// it stands in, and only what lies around it is replaced: an element that is replaced, or even moved, loses the keys
// on their way to it, the caret, undo, an input method's unfinished word, an open list.

// What tells an element of one page from the others of its kind, so as to find it in the next.
function same(element, page) {
  if (element.id) return page.getElementById(element.id);
  if (element.name) return [...page.getElementsByName(element.name)].find((one) => one.value === element.value);
  const facet = element.parentElement?.dataset.facet;
  return facet && page.querySelector(`[data-facet="${facet}"] > summary`);
}

// Whether two elements stand alike in two parts, and so one can take what lies around the other.
function alike(element, part, other, otherPart) {
  if (element?.tagName !== other?.tagName) return false;
  if (element === part || other === otherPart) return element === part && other === otherPart;
  return alike(element.parentElement, part, other.parentElement, otherPart);
}

function takeAttributes(element, next) {
  for (const { name } of [...element.attributes]) if (!next.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of next.attributes) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function takeState(element, next) {
  if (element.type === "checkbox") element.checked = next.checked;
  else if (element.tagName === "SELECT") element.value = next.value;
  else if (element.tagName !== "INPUT") element.replaceChildren(...next.childNodes);
}

function renewAround(held, element, twin, next) {
  takeAttributes(element, next);
  if (element === held) return takeState(element, next);
  const stays = [...element.childNodes].find((child) => child.contains(held));
  const comes = [...next.childNodes].find((child) => child.contains(twin));
  const nodes = [...next.childNodes];
  const place = nodes.indexOf(comes);
  for (const child of [...element.childNodes]) if (child !== stays) child.remove();
  stays.before(...nodes.slice(0, place));
  stays.after(...nodes.slice(place + 1));
  return renewAround(held, stays, twin, comes);
}

// Groups stay as the visitor opened or closed them.
function keepState(page) {
  for (const facet of document.querySelectorAll("[data-facet]")) {
    const next = page.querySelector(`[data-facet="${facet.dataset.facet}"]`);
    if (next) next.open = facet.open;
  }
}

// Gives whether the focus could stay, on the element or on what has come in its place.
export function renew(parts, page) {
  const held = document.activeElement;
  const part = parts.map((id) => document.getElementById(id)).find((one) => one.contains(held));
  const twin = part && same(held, page);
  const stays = twin && alike(held, part, twin, page.getElementById(part.id));
  const top = held.getBoundingClientRect().top;
  keepState(page);
  for (const id of parts) {
    const [element, next] = [document.getElementById(id), page.getElementById(id)];
    if (stays && element === part) renewAround(held, element, twin, next);
    else element.replaceWith(next);
  }
  if (twin && !stays) twin.focus({ preventScroll: true });
  // The field that somebody writes in stays where it is on the screen.
  if (held.isConnected && held !== document.body) scrollBy(0, held.getBoundingClientRect().top - top);
  return Boolean(twin || !part);
}
