// Says below the title of a published page that its address stays, once the title fits it no longer.
import { addressOf } from "./address-of.js";

const note = document.querySelector("[data-address-stays]");
const title = document.getElementById("id_title");
const slug = document.getElementById("id_slug");

function look() {
  const stays = slug.value === note.dataset.addressStays;
  note.hidden = !stays || addressOf(title.value) === note.dataset.addressStays;
}

if (note && title && slug) for (const field of [title, slug]) field.addEventListener("input", look);
