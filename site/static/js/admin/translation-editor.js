// Beside the translation editor of wagtail-localize: nothing that somebody writes is lost without a word.
// A classic script, because it must stand before the editor, whose requests it looks after.
(() => {
  const known = new Map(); // address of a text → what stands in it, as far as this window knows
  const unsaved = new Map(); // address of a text → why it is not saved
  const followers = new Map(); // address of a text → what to do once it is saved
  const segments = new Map(); // row of the editor → the segment that it shows
  const shown = new Map(); // address of a text → what the editor shows while its field is closed
  const PAUSE = 2500; // milliseconds without a key
  const MAX_KEPT = 20000; // characters; a browser sends no more than 64 KB for a page that was left
  let waiting = 0;
  let editor;
  let notice;
  let props;
  let words;

  function readProperties() {
    editor = document.querySelector(".js-translation-editor");
    notice = document.querySelector(".translation-notice");
    props = JSON.parse(editor.dataset.props);
    words = props.words;
    const addresses = new Map(props.segments.map((each) => [`${each.type}/${each.id}`, each.editUrl]));
    const remember = (kind, each) => {
      const address = addresses.get(`${kind}/${each.segment_id}`);
      for (const map of [known, shown]) map.set(address, String(each.data ?? ""));
    };
    props.initialStringTranslations.forEach((each) => remember("string", each));
    props.initialOverrides.forEach((each) => remember("synchronised_value", each));
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

  const sent = window.fetch.bind(window);
  window.fetch = async (address, options = {}) => {
    if (!["PUT", "DELETE"].includes(options.method) || !String(address).includes("/localize/translate/")) {
      return sent(address, options);
    }
    const answer = await saved(address, options);
    if (answer.ok) shown.set(address, known.get(address) ?? "");
    return answer;
  };

  // One after the other: of two texts the older one could come last.
  let last = Promise.resolve();
  function saved(address, options) {
    waiting += 1;
    last = last.then(() => save(address, options)).finally(() => {
      waiting -= 1;
      tell();
    });
    return last;
  }

  // What is open is saved before the next page is asked for, which would show the text of before.
  window.addEventListener("beforeunload", (event) => {
    segments.forEach((segment, row) => {
      const field = row.querySelector("textarea");
      if (field?.value.trim() && isChanged(field, segment)) saved(segment.editUrl, put(field.value));
    });
    if (waiting || unsaved.size) event.preventDefault();
  });

  // Who publishes right after saving publishes what was saved.
  window.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest?.(".js-translation-editor footer button[data-w-action-url-value]");
      if (!button || !waiting) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const timer = setInterval(() => {
        if (waiting) return;
        clearInterval(timer);
        if (!unsaved.size) button.click();
      }, 50);
    },
    true,
  );

  // The segments of a tab in the order in which the editor shows them: by field and block.
  function inOrder(segments) {
    const groups = new Map();
    segments.forEach((segment) => {
      const key = `${segment.location.field}/${segment.location.blockId}`;
      groups.set(key, [...(groups.get(key) ?? []), segment]);
    });
    return [...groups.values()].flat();
  }

  // What is gone can be left empty; what is said beside it follows what is saved.
  function offerToEmpty(segment, row) {
    const label = row.querySelector("h4");
    const button = document.createElement("button");
    const item = document.createElement("li");
    button.type = "button";
    button.className = "button button-small button-secondary";
    button.textContent = words.empty;
    button.addEventListener("click", () => {
      window.fetch(segment.editUrl, put(""));
    });
    item.append(button);
    row.querySelector(":scope > ul").append(item);
    followers.set(segment.editUrl, (method, value) => {
      const note = method === "DELETE" ? segment.note : value ? "" : words.emptied;
      label.textContent = [segment.name, note].filter(Boolean).join(" · ");
      label.hidden = !label.textContent;
      item.hidden = method === "PUT";
    });
  }

  // Where the editor speaks of the original and means something else.
  function reword(row, instead) {
    const change = () => {
      const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (instead[text.data]) text.data = instead[text.data];
      }
    };
    new MutationObserver(change).observe(row, { childList: true, subtree: true, characterData: true });
    change();
  }

  function isChanged(field, segment, since = known) {
    const before = since.get(segment.editUrl) ?? (segment.type === "string" ? "" : String(segment.value ?? ""));
    return field.value !== before;
  }

  // After a pause in the typing the text is saved while its field stays open. The editor does not hear of it: it saves
  // once more when the field is left, and who takes the text back there takes it back here.
  function saveInPauses() {
    let timer;
    const saying = Object.assign(document.createElement("p"), { className: "help" });
    saying.setAttribute("role", "status");
    editor.addEventListener("input", ({ target: field }) => {
      clearTimeout(timer);
      saying.textContent = "";
      const row = rowOf(field);
      if (!row || !field.matches("textarea")) return;
      if (saying.parentElement !== row) row.append(saying);
      timer = setTimeout(savePaused, PAUSE, field, segments.get(row), saying);
    });
    editor.addEventListener(
      "click",
      ({ target }) => {
        const row = rowOf(target);
        const button = target.closest?.("button");
        if (!row || !button || !row.querySelector("textarea")) return;
        clearTimeout(timer);
        saying.remove();
        if (button === row.querySelector(":scope > ul > li > button")) takeBack(segments.get(row));
      },
      true,
    );
  }

  function put(value) {
    const body = new FormData();
    body.append("value", value);
    return { method: "PUT", body, credentials: "same-origin" };
  }

  async function savePaused(field, segment, saying) {
    if (!field.isConnected || !field.value.trim() || !isChanged(field, segment)) return;
    const answer = await saved(segment.editUrl, put(field.value));
    if (answer.ok && !isChanged(field, segment)) saying.textContent = words.saved;
  }

  function takeBack(segment) {
    const address = segment.editUrl;
    const before = shown.get(address) ?? "";
    if ((known.get(address) ?? "") === before) return;
    saved(address, before ? put(before) : { method: "DELETE", credentials: "same-origin" });
  }

  function rowOf(element) {
    return [...segments.keys()].find((row) => row.contains(element));
  }

  // What somebody has typed is saved once the field is left, as if they had saved it.
  function saveWhatIsLeft() {
    let pressed;
    editor.addEventListener("pointerdown", (event) => {
      pressed = event.target;
    });
    editor.addEventListener("focusin", () => {
      pressed = undefined;
    });
    editor.addEventListener("focusout", (event) => {
      const row = rowOf(event.target);
      const field = row?.querySelector("textarea");
      if (!field || row.contains(event.relatedTarget ?? pressed) || !document.hasFocus()) return;
      if (!isChanged(field, segments.get(row), shown)) return;
      setTimeout(() => {
        // A button that was pressed goes when a field takes its place: nobody has left that.
        if (!event.target.isConnected || !field.isConnected || row.contains(document.activeElement)) return;
        // The editor's buttons while it has a field open: the first takes back, the second saves.
        row.querySelectorAll(":scope > ul > li > button")[1]?.click();
      });
    });
    window.addEventListener("pagehide", () => {
      segments.forEach((segment, row) => {
        const field = row.querySelector("textarea");
        if (!field?.value || !isChanged(field, segment)) return;
        sent(segment.editUrl, prepared(segment.editUrl, put(field.value))).catch(() => {});
      });
    });
  }

  function finish() {
    editor.querySelectorAll(".w-dropdown__toggle .w-sr-only").forEach((label) => {
      label.textContent = words.more;
    });
    const shown = props.tabs.filter((tab) => props.segments.some((each) => each.location.tab === tab.slug));
    const places = shown.length > 1 ? [...editor.querySelectorAll(".tab-content > section > section")] : [editor];
    shown.forEach((tab, number) => {
      const rows = places[number]?.querySelectorAll("h3 + ul > li") ?? [];
      inOrder(props.segments.filter((each) => each.location.tab === tab.slug)).forEach((segment, place) => {
        const row = rows[place];
        if (!row) return;
        if (segment.editUrl) segments.set(row, segment);
        if (segment.gone && !props.object.isLocked) offerToEmpty(segment, row);
        if (segment.instead) reword(row, segment.instead);
      });
    });
    saveWhatIsLeft();
    saveInPauses();
  }

  // The editor draws itself at the same event, after this.
  document.addEventListener("DOMContentLoaded", () => {
    readProperties();
    setTimeout(finish);
  });
})();
