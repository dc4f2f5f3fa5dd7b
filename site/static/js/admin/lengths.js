// Says beside a field how long its text is, once it comes near what the field takes. The server decides.
const FIELD = "[data-longest]";
const NEAR = 0.8; // of what it takes
const { dataset: words } = document.getElementById("lengths-script");

// As the server counts: without the blanks around it, a new line as two, a letter of two halves as one.
function lengthOf(text) {
  return [...text.trim().replaceAll("\n", "\r\n")].length;
}

function placeOf(input) {
  if (input.nextElementSibling?.matches(".text-length")) return input.nextElementSibling;
  const place = Object.assign(document.createElement("p"), { className: "text-length" });
  place.setAttribute("role", "status");
  input.after(place);
  return place;
}

function tell(input) {
  const longest = Number(input.dataset.longest);
  const length = lengthOf(input.value);
  const isNear = length >= longest * NEAR;
  if (!isNear && !input.nextElementSibling?.matches(".text-length")) return;
  const place = placeOf(input);
  place.textContent = isNear ? words.count.replace("{count}", length).replace("{longest}", longest) : "";
  place.classList.toggle("over", length > longest);
}

for (const event of ["input", "focusin"]) {
  document.addEventListener(event, ({ target }) => target.matches?.(FIELD) && tell(target));
}
