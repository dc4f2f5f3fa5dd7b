// The list of calls remembers what the comparison shows: what was removed or added here is so there too.
import { keep, picked } from "./finder/picked.js";

const table = document.querySelector("[data-compared]");
const path = location.pathname;

if (table) keep(path, table.dataset.compared.split(" "));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.remove");
  if (link) keep(path, picked(path).filter((slug) => slug !== link.dataset.slug));
});
