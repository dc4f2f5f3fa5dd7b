// What the finder's form says, and which of it has been answered.
const FIRST_YEAR = "1900"; // While somebody types the year 2026, a browser reports the years 0002, 0020 and 0202.

const answered = new Map();

export const typed = (field) => field.matches("input:not([type=checkbox], [type=hidden])");
export const isDay = (field) => field.type === "date";

export const ours = (form, field) => field.form === form && field.closest(".search, .filters, .sorting, .applicant-summary, .understood");
const written = (form) => [...form.elements].filter((field) => belongs(form, field) && typed(field));
export const unfinished = (field) => isDay(field) && (field.validity.badInput || (field.value && field.value < FIRST_YEAR));

export const belongs = (form, field) => Boolean(field.name && ours(form, field));

// What a typed field says; an unfinished day says nothing.
function said(field) {
  return unfinished(field) ? "" : field.value.trim();
}

// The address of what the form says, without what goes without saying. Who presses a button asks for everything.
export function listAddress(form, everything = false) {
  const pairs = [...form.elements].filter((field) => belongs(form, field)).flatMap((field) => {
    if (field.type === "checkbox" && !field.checked) return [];
    if (field.tagName === "SELECT" && field.selectedIndex < 1) return [];
    const value = typed(field) && !everything ? said(field) : field.value.trim();
    return value ? [[field.name, value]] : [];
  });
  const query = new URLSearchParams(pairs).toString();
  return form.action + (query && `?${query}`);
}

// The page as it came is the answer to what the server wrote into its fields.
export function begin(form) {
  for (const field of written(form)) answered.set(field, isDay(field) ? said(field) : field.defaultValue.trim());
}

export function note(form) {
  for (const field of written(form)) answered.set(field, said(field));
}

export const isNews = (field) => said(field) !== answered.get(field);
export const anyNews = (form, which = () => true) => written(form).some((field) => which(field) && isNews(field));

// What the answer says beside a field of what stands there.
function tell(field, next, page) {
  const [shown, news] = [document, page].map((one) => one.getElementById(`${field.id}-wrong`));
  if (!shown || !news) return;
  shown.textContent = news.textContent;
  field.removeAttribute("aria-invalid");
  if (next.hasAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
}

// Fields follow the answer, but for the one that somebody is in and for what was written since the question. Where
// the visitor went to another address (`led`), the field with the focus follows too.
export function follow(form, page, led) {
  for (const field of written(form)) {
    const next = page.getElementById(field.id);
    const held = field === document.activeElement || unfinished(field);
    if (!next || isNews(field)) continue;
    tell(field, next, page);
    if (held && !led) continue;
    if (led || field.value !== next.value) field.value = next.value;
    answered.set(field, said(field));
  }
}
