// The calls ticked for a comparison. The browser keeps them while the visitor leafs through the list, for each list by
// itself, until the tab is closed; where it keeps nothing, they are known as long as the page stays.
const here = new Map();
const listOf = (path) => `compare:${path}`;

export function picked(path) {
  try {
    return JSON.parse(sessionStorage.getItem(listOf(path))) ?? here.get(path) ?? [];
  } catch {
    return here.get(path) ?? [];
  }
}

export function keep(path, slugs) {
  here.set(path, slugs);
  try {
    sessionStorage.setItem(listOf(path), JSON.stringify(slugs));
  } catch {
    // Forbidden by the visitor, or full.
  }
}
