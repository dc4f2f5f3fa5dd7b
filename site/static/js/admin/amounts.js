// An amount that has saved itself is shown as it was understood, once its field is left: 50mila becomes 50.000.
const PREFIX = "written:"; // before the name of the input, in what the server answers; see editing.py
const form = document.querySelector("form[data-edit-form]");
const understood = new Map(); // input → what was typed, and how that is written in full

function show(input) {
  const [typed, full] = understood.get(input) ?? [];
  understood.delete(input);
  if (input.value === typed) input.value = full;
}

if (form) {
  document.addEventListener("w-autosave:success", ({ detail }) => {
    for (const [name, reading] of Object.entries(detail.response.field_updates ?? {})) {
      const input = name.startsWith(PREFIX) && form.elements[name.slice(PREFIX.length)];
      if (!input) continue;
      understood.set(input, reading);
      if (input !== document.activeElement) show(input);
    }
  });
  form.addEventListener("focusout", ({ target }) => understood.has(target) && show(target));
}
