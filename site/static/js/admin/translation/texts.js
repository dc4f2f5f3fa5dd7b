// The texts of a translation on their way to the site, beside the editor of wagtail-localize: its own requests, and
// those for what is typed. Each text is told of what this window knows of it, so that nobody else's is overwritten.
const known = new Map(); // address of a text → what stands in it, as far as this window knows
const unsaved = new Map(); // address of a text → why it is not saved
const followers = new Map(); // address of a text → what to do once it is saved
const shown = new Map(); // address of a text → what the editor shows while its field is closed
const MAX_KEPT = 20000; // characters; a browser sends no more than 64 KB for a page that was left
const notice = document.querySelector(".translation-notice");
export const editor = document.querySelector(".js-translation-editor");
export const props = JSON.parse(editor.dataset.props);
export const { words } = props;
let waiting = 0;

export const isWaiting = () => waiting > 0;
export const isUnsaved = () => unsaved.size > 0;

function remember() {
  const addresses = new Map(props.segments.map((each) => [`${each.type}/${each.id}`, each.editUrl]));
  const note = (kind, each) => {
    const address = addresses.get(`${kind}/${each.segment_id}`);
    for (const map of [known, shown]) map.set(address, String(each.data ?? ""));
  };
  props.initialStringTranslations.forEach((each) => note("string", each));
  props.initialOverrides.forEach((each) => note("synchronised_value", each));
}

function tell() {
  notice.hidden = unsaved.size === 0;
  notice.textContent = [...new Set(unsaved.values())].join(" ");
}

function cookie(name) {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}

// Logging in again in another window gives a new token; the editor keeps the one of its page.
function prepared(address, options) {
  const headers = { ...options.headers, "X-Requested-With": "XMLHttpRequest" };
  const token = cookie("csrftoken");
  if (token) headers["X-CSRFToken"] = token;
  options.body?.append("known", known.get(address) ?? "");
  const keepalive = String(options.body?.get("value") ?? "").length < MAX_KEPT;
  return { ...options, headers, keepalive };
}

async function explained(answer) {
  if (answer.status === 401 || answer.status === 403) return words.loggedOut;
  const data = await answer.clone().json().catch(() => null);
  return data?.detail ? String(data.detail) : words.fault;
}

async function save(address, options) {
  // What is not there need not be taken away; the editor empties texts that nobody has translated too.
  if (options.method === "DELETE" && !known.get(address) && !unsaved.has(address)) return new Response("{}");
  let answer;
  try {
    answer = await sent(address, prepared(address, options));
  } catch {
    unsaved.set(address, words.unreachable);
    return new Response(null, { status: 503 });
  }
  if (answer.ok) {
    unsaved.delete(address);
    const value = options.method === "PUT" ? String(options.body.get("value")) : "";
    known.set(address, value);
    followers.get(address)?.(options.method, value);
  } else {
    unsaved.set(address, await explained(answer));
    // Who saves again after the warning means it.
    const data = answer.status === 409 && (await answer.clone().json().catch(() => null));
    if (data?.known !== undefined) known.set(address, String(data.known));
  }
  return answer;
}

// One after the other: of two texts the older one could come last.
let last = Promise.resolve();
export function saved(address, options) {
  waiting += 1;
  last = last.then(() => save(address, options)).finally(() => {
    waiting -= 1;
    tell();
  });
  return last;
}

const sent = window.fetch.bind(window);
window.fetch = async (address, options = {}) => {
  if (!["PUT", "DELETE"].includes(options.method) || !String(address).includes("/localize/translate/")) {
    return sent(address, options);
  }
  const answer = await saved(address, options);
  if (answer.ok) shown.set(address, known.get(address) ?? "");
  return answer;
};

export function put(value) {
  const body = new FormData();
  body.append("value", value);
  return { method: "PUT", body, credentials: "same-origin" };
}

// At once, when the page goes: nobody can wait for the answer.
export function sendAtLast(address, value) {
  sent(address, prepared(address, put(value))).catch(() => {});
}

export function follow(address, listener) {
  followers.set(address, listener);
}

function before(segment, since) {
  return since.get(segment.editUrl) ?? (segment.type === "string" ? "" : String(segment.value ?? ""));
}

// Since it was saved last.
export function isChanged(field, segment) {
  return field.value !== before(segment, known);
}

// Since the editor closed its field last.
export function isChangedSinceShown(field, segment) {
  return field.value !== before(segment, shown);
}

// To what the editor shows.
export function takeBack(segment) {
  const address = segment.editUrl;
  const value = shown.get(address) ?? "";
  if ((known.get(address) ?? "") === value) return;
  saved(address, value ? put(value) : { method: "DELETE", credentials: "same-origin" });
}

remember();
