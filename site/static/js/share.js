// Passes the page on by the device's own sheet, or copies its address. No other site hears of it.
if (navigator.share) document.documentElement.dataset.shares = "";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share] button");
  if (!button) return;
  const box = button.closest("[data-share]");
  const { share: url, title, copied } = box.dataset;
  if (button.matches(".native")) return navigator.share({ title, url }).catch(() => {}); // closed again
  const said = box.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(url);
    said.textContent = copied;
  } catch {
    said.textContent = url; // forbidden, or no secure connection: it can be marked and copied by hand
  }
});
