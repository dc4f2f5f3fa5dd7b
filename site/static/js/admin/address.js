// Says below the title of a published page that its address stays, once the title fits it no longer.
const note = document.querySelector("[data-address-stays]");
const title = document.getElementById("id_title");
const slug = document.getElementById("id_slug");

// As the server makes it of a title.
function addressOf(text) {
  const plain = text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
  return plain.replace(/[^\w\s-]/g, "").trim().replace(/[-\s]+/g, "-").replace(/^[-_]+|[-_]+$/g, "");
}

function look() {
  const stays = slug.value === note.dataset.addressStays;
  note.hidden = !stays || addressOf(title.value) === note.dataset.addressStays;
}

if (note && title && slug) for (const field of [title, slug]) field.addEventListener("input", look);
