// The address of a copy follows its title until somebody writes another one. The server finds a free one.
import { addressOf } from "./address-of.js";

const title = document.getElementById("id_new_title");
const slug = document.getElementById("id_new_slug");
const isMade = [slug.defaultValue, addressOf(title.value)].includes(slug.value);
let made = isMade && !slug.matches("[aria-invalid=true]") ? slug.value : "";

title.addEventListener("input", () => {
  if (slug.value !== made) return;
  made = addressOf(title.value);
  slug.value = made;
});
