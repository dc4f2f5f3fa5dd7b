// Who may read a page is changed in a dialog that stays on the page: what came of it is said there, too.
window.jQuery?.(document).on("ajaxSuccess", (_, request) => {
  if (!request.responseText?.includes('"set_privacy_done"')) return;
  for (const text of JSON.parse(request.responseText).told ?? []) {
    document.dispatchEvent(new CustomEvent("w-messages:add", { detail: { text, type: "success" } }));
  }
});
