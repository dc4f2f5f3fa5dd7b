// The rows of the translation editor: which segment each shows, and what is said in them.
import { editor, follow, props, put, words } from "./texts.js";

export const segments = new Map(); // row of the editor → the segment that it shows

export function rowOf(element) {
  return [...segments.keys()].find((row) => row.contains(element));
}

// The segments of a list in the order in which the editor shows them: by field and block.
function inOrder(segments) {
  const groups = new Map();
  segments.forEach((segment) => {
    const key = `${segment.location.field}/${segment.location.blockId}`;
    groups.set(key, [...(groups.get(key) ?? []), segment]);
  });
  return [...groups.values()].flat();
}

// What is gone can be left empty; what is said beside it follows what is saved.
function offerToEmpty(segment, row) {
  const label = row.querySelector("h4");
  const button = document.createElement("button");
  const item = document.createElement("li");
  button.type = "button";
  button.className = "button button-small button-secondary";
  button.textContent = words.empty;
  button.addEventListener("click", () => {
    window.fetch(segment.editUrl, put(""));
  });
  item.append(button);
  row.querySelector(":scope > ul").append(item);
  follow(segment.editUrl, (method, value) => {
    const note = method === "DELETE" ? segment.note : value ? "" : words.emptied;
    label.textContent = [segment.name, note].filter(Boolean).join(" · ");
    label.hidden = !label.textContent;
    item.hidden = method === "PUT";
  });
}

// Where the editor speaks of the original and means something else.
function reword(row, instead) {
  const change = () => {
    const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (instead[text.data]) text.data = instead[text.data];
    }
  };
  new MutationObserver(change).observe(row, { childList: true, subtree: true, characterData: true });
  change();
}

export function finish() {
  editor.querySelectorAll(".w-dropdown__toggle .w-sr-only").forEach((label) => {
    label.textContent = words.more;
  });
  const inTab = (tab) => props.segments.filter((each) => each.location.tab === tab.slug);
  const shown = props.tabs.map(inTab).filter((some) => some.length > 0);
  // Without two tabs the editor shows all segments in one list, also those of a form that has no tabs: each field of a
  // glossary term is, to the library, in a tab of its own name.
  const inTabs = shown.length > 1;
  const places = inTabs ? [...editor.querySelectorAll(".tab-content > section > section")] : [editor];
  (inTabs ? shown : [props.segments]).forEach((some, number) => {
    const rows = places[number]?.querySelectorAll("h3 + ul > li") ?? [];
    inOrder(some).forEach((segment, place) => {
      const row = rows[place];
      if (!row) return;
      if (segment.editUrl) segments.set(row, segment);
      if (segment.gone && !props.object.isLocked) offerToEmpty(segment, row);
      if (segment.instead) reword(row, segment.instead);
    });
  });
}
