// Who may read a page is changed in a dialog that stays on the page: what came of it is said there, too.
window.jQuery?.(document).on("ajaxSuccess", (_, request) => {
  if (!request.responseText?.includes('"set_privacy_done"')) return;
  const { messages, audience } = JSON.parse(request.responseText);
  for (const place of document.querySelectorAll("[data-audience]")) place.textContent = audience ?? "";
  for (const text of messages ?? []) {
    document.dispatchEvent(new CustomEvent("w-messages:add", { detail: { text, type: "success" } }));
  }
});
