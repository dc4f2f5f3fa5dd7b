// The session has ended while somebody writes: a link beside what the foot says, to log in without leaving the form.
const { dataset: words } = document.getElementById("log-in-script");
const place = Object.assign(document.createElement("div"), { className: "footer__container" });

document.addEventListener("w-autosave:error", ({ detail }) => {
  const address = detail.response?.log_in;
  if (!address) return place.remove();
  const link = { href: address, target: "_blank", className: "button", textContent: words.label };
  if (!place.isConnected) place.replaceChildren(Object.assign(document.createElement("a"), link));
  document.querySelector("form[data-edit-form] > footer")?.append(place);
});
document.addEventListener("w-autosave:success", () => place.remove());
