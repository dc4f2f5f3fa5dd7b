// Ticks for a comparison outlive the page of the list that they were made on.
import { keep, picked } from "./picked.js";

const form = document.getElementById("compare");
const path = form && new URL(form.action).pathname;
const boxes = () => [...document.querySelectorAll('input[name="s"][form="compare"]')];

// Ticks what was chosen before, on this page of the list or another, and says how many there are.
export function showPicked(said = "") {
  const bar = document.querySelector("[data-picked]");
  if (!bar) return;
  const slugs = picked(path);
  const shown = boxes();
  for (const box of shown) box.checked = slugs.includes(box.value);
  const elsewhere = slugs.filter((slug) => !shown.some((box) => box.value === slug));
  form.replaceChildren(...elsewhere.map(hidden));
  const [compare, clear, told] = bar.children;
  bar.hidden = !shown.length && !slugs.length;
  bar.toggleAttribute("data-some", slugs.length > 0);
  compare.textContent = slugs.length ? bar.dataset.someLabel.replace("{number}", slugs.length) : bar.dataset.none;
  clear.hidden = !slugs.length;
  told.textContent = said;
}

function hidden(slug) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "s", value: slug });
  return field;
}

function pick(box) {
  const others = picked(path).filter((slug) => slug !== box.value);
  const bar = document.querySelector("[data-picked]");
  const tooMany = box.checked && others.length >= Number(bar.dataset.picked);
  if (!tooMany) keep(path, box.checked ? [...others, box.value] : others);
  showPicked(tooMany ? bar.dataset.most : "");
}

if (form) {
  document.addEventListener("change", (event) => boxes().includes(event.target) && pick(event.target));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-clear]")) return;
    keep(path, []);
    showPicked();
    document.getElementById("results").focus();
  });
  addEventListener("pageshow", () => showPicked());
}
