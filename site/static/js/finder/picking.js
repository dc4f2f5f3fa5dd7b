// Ticks for a comparison outlive the page of the list that they were made on. Without this file they travel in the
// address; with it the browser keeps them, and no address of the list names them.
import { keep, picked } from "./picked.js";

const go = () => document.querySelector("[data-picked] [data-go]");
const path = go() && new URL(go().formAction).pathname;
const boxes = () => [...document.querySelectorAll(".pick input")];

export function withoutPicks(address) {
  const url = new URL(address, location);
  if (url.searchParams.has("s")) url.searchParams.delete("s");
  return url.href;
}

// Ticks what was chosen before, on this page of the list or another, and says how many there are.
export function showPicked(said = "") {
  const bar = document.querySelector("[data-picked]");
  if (!bar) return;
  const slugs = picked(path);
  for (const box of boxes()) box.checked = slugs.includes(box.value);
  const elsewhere = slugs.filter((slug) => !boxes().some((box) => box.value === slug));
  for (const field of bar.querySelectorAll("[type=hidden]")) field.remove();
  bar.prepend(...elsewhere.map(hidden));
  bar.hidden = !slugs.length;
  bar.toggleAttribute("data-some", slugs.length > 0);
  const { one, many, compare } = bar.dataset;
  bar.querySelector("[data-number]").textContent = slugs.length === 1 ? one : many.replace("{number}", slugs.length);
  go().textContent = compare;
  bar.querySelector("[data-clear]").hidden = !slugs.length;
  bar.querySelector("[role=status]").textContent = said;
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

// Takes over what an address names, made without this file. Gives what there is to say of those that are too many.
function takeOver() {
  const named = new URL(location).searchParams.getAll("s");
  if (!named.length) return "";
  const { picked: most, most: limit } = document.querySelector("[data-picked]").dataset;
  const all = [...new Set([...picked(path), ...named])];
  keep(path, all.slice(0, Number(most)));
  history.replaceState({}, "", withoutPicks(location));
  return all.length > most ? limit : "";
}

if (path) {
  const said = takeOver();
  document.addEventListener("change", (event) => boxes().includes(event.target) && pick(event.target));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-clear]")) return;
    event.preventDefault();
    event.stopPropagation();
    keep(path, []);
    showPicked();
    document.getElementById("results").focus();
  }, true);
  addEventListener("pageshow", () => showPicked(said));
}
