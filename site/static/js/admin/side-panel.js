// On a phone a panel covers the whole form: there it opens by its button only, not because one was open before.
const OPENED = "wagtail:side-panel-open"; // Wagtail's, kept by the browser
const narrow = matchMedia("(width < 50rem)");

function forget() {
  if (narrow.matches) localStorage.removeItem(OPENED);
}

forget();
addEventListener("pagehide", forget);
