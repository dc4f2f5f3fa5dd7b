// Suggestions while typing: the combobox pattern of ARIA 1.2. Without this file the form works as it is.
function make(tag, role, className, text = "") {
  const element = document.createElement(tag);
  if (role) element.role = role;
  element.className = className;
  element.append(text);
  return element;
}

function combobox(input, number) {
  const list = make("ul", "listbox", "suggestions-list");
  const status = make("span", "status", "visually-hidden");
  let active = -1;
  let timer;
  let request;

  list.id = `suggestions-${number}`;
  list.ariaLabel = input.dataset.suggestLabel;
  input.role = "combobox";
  input.ariaAutoComplete = "list";
  input.setAttribute("aria-controls", list.id);
  input.after(list, status);

  function activate(index) {
    active = index;
    [...list.children].forEach((option, place) => { option.ariaSelected = place === index; });
    const option = list.children[index];
    input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map((one, place) => {
      const option = make("li", "option", "", `${one.text} `);
      option.id = `${list.id}-${place}`;
      option.dataset.url = one.url;
      option.append(make("span", "", "meta", one.type_label));
      return option;
    }));
    list.hidden = !suggestions.length;
    input.ariaExpanded = !list.hidden;
    status.textContent = suggestions.length ? `${input.dataset.suggestLabel}: ${suggestions.length}` : "";
    activate(-1);
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    show([]);
  }

  async function ask() {
    close();
    const typed = input.value.trim().slice(0, 100);
    if (typed.length < 2) return;
    request = new AbortController();
    try {
      const url = `${input.dataset.suggest}&q=${encodeURIComponent(typed)}`;
      const answer = await fetch(url, { signal: request.signal });
      show((await answer.json()).suggestions);
    } catch { /* The form works without. */ }
  }

  // An answer to what stood there before would be chosen for what stands there now.
  input.addEventListener("input", () => {
    clearTimeout(timer);
    request?.abort();
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // These keys are an input method's own.
    const count = list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (list.hidden) ask();
      else activate(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && active >= 0) list.children[active].click();
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-url]");
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
  close();
}

document.querySelectorAll("input[data-suggest]").forEach(combobox);
