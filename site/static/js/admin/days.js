/* Fields of the admin in which a day, an hour or both are written. The calendar opens by a click or by the
   arrow down, never because a field has the focus: in the next field it would lie over what stands below. */

const FIELD = "input[data-written]";
const DAY = [
  /^(?<d>\d{1,2})([/.-])(?<m>\d{1,2})\2(?<y>\d{4})$/,
  /^(?<d>\d{1,2})([/.])(?<m>\d{1,2})\2(?<y>[0-6]\d)$/,
  /^(?<d>\d)-(?<m>\d{1,2})-(?<y>[0-6]\d)$/,
  /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
];
/* 3 dicembre 2026, 1° feb. 2027: in the languages of the admin. */
const MONTHS = new Map(["it", "en", document.documentElement.lang || "it"].flatMap((language) => ["long", "short"].flatMap((month) => {
  const { format } = new Intl.DateTimeFormat(language, { month });
  return Array.from({ length: 12 }, (_, at) => [format(new Date(2027, at)).replace(".", "").toLowerCase(), at + 1]);
})));
MONTHS.set("sett", 9);
const IN_WORDS = /^(\d{1,2})(?:°|º|st|nd|rd|th)? +(?:of +)?(\p{L}+)\.?,? +(\d{4})(?!\d)/iu;
const BEFORE_AN_HOUR = /(?:^|(?<=\d)) *,? *(?:alle ore|alle|ore|at) +(?=\d)/i;
/* Of an event whose source gives no year. */
const YEARLESS = /^(?<d>\d{1,2})[/.-](?<m>\d{1,2})$/;
const END_OF_DAY = /(?:^|\s)24(?:[:.,]0{1,2})?\s*$/;
const NOON = /(?:a )?(?:mezzogiorno|midi)$|(?:at )?noon$/i;
const BARE_HOUR = /(?:^|(?<=\d )|(?<=ore ))([01]\d|2[0-3])([0-5]\d)$/;
/* What an unreadable day lacks: the server says the same. */
const LACKS = {
  year: /^\d{1,2}([/.-]\d{1,2}|[°º]? +\p{L}{3,}\.?)$/u,
  day: /^(\d{1,2}[/.-]|\p{L}{3,}\.? +)\d{4}$/u,
  short: /^\d{1,2}([/.-]\d{1,2}[/.-]|[°º]? +\p{L}{3,}\.? +)\d{1,2}$/u,
};
const HOUR = /^([01]?\d|2[0-3])([:.,][0-5]?\d(:[0-5]?\d)?)?$/;

const calendarOf = (input) => window.jQuery(input).data("xdsoft_datetimepicker");

function open(input) {
  const calendar = calendarOf(input);
  if (!calendar || calendar.is(":visible")) return;
  calendar.data("xdsoft_datetime").setCurrentTime(read(input) || "", true);
  calendar.trigger("open.xdsoft");
}

function close(input) {
  calendarOf(input)?.trigger("close.xdsoft");
}

function dayOf(text, yearless) {
  const forms = yearless ? [...DAY, YEARLESS] : DAY;
  const found = forms.map((form) => text.match(form)).find(Boolean)?.groups;
  const year = found?.y?.length === 2 ? `20${found.y}` : found?.y;
  const day = found && new Date(2012, 0, 1);
  day?.setFullYear(year ?? 2012, found.m - 1, found.d); // the constructor takes the year 2 for 1902
  return day && day.getMonth() === found.m - 1 && day.getDate() === Number(found.d) ? day : null;
}

/* What is written, as a date; null if it is none. A first look: the server decides, also about years and hours
   that there are not. */
function read(input) {
  const hours24 = input.value.trim().replace(NOON, "12:00").replace(BARE_HOUR, "$1:$2");
  const written = (input.dataset.written === "date" ? input.value.trim() : hours24).replace(IN_WORDS, (all, day, month, year) => {
    const number = MONTHS.get(month.toLowerCase());
    return number ? `${day}/${number}/${year}` : all;
  });
  const words = written.replace(BEFORE_AN_HOUR, " ").trim().replace("T", " ").split(/ +/);
  const day = input.dataset.written === "time" ? new Date() : dayOf(words.shift(), "yearless" in input.dataset);
  const hour = input.dataset.written === "date" ? "0:0" : words.shift();
  if (!day || words.length || (hour && !HOUR.test(hour))) return null;
  const [hours, minutes = 0] = (hour || "0:0").split(/[:.,]/);
  day.setHours(hours, minutes);
  return day;
}

function refusalOf(input) {
  if (END_OF_DAY.test(input.value)) return input.dataset.endOfDay;
  if (input.dataset.written === "time") return input.dataset.refused;
  const text = input.value.trim();
  const lacking = Object.keys(LACKS).find((each) => LACKS[each].test(text));
  const word = text.match(/\p{L}{3,}/u)?.[0].toLowerCase();
  return lacking && (!word || MONTHS.has(word)) ? document.getElementById("days-script").dataset[lacking] : input.dataset.refused;
}

/* Lists refresh their rows only, so a filter's refusal would not come from the server. */
function tell(input) {
  const refused = input.value.trim() !== "" && !read(input);
  const place = input.closest("[data-field]")?.querySelector("[data-field-errors]");
  const told = place?.querySelector(`[data-about="${input.name}"]`);
  if (refused && place && !place.querySelector(".error-message")) {
    const message = document.createElement("p");
    message.className = "error-message";
    message.role = "alert";
    message.dataset.about = input.name;
    message.textContent = refusalOf(input);
    place.append(message);
    input.setAttribute("aria-invalid", "true");
  } else if (!refused && told) {
    told.remove();
    input.removeAttribute("aria-invalid");
  }
}

/* What is stored is shown, once the field is left: "3/12/26 ore 9.30" becomes 03/12/2026 09:30, and whatever else is
   read has that one form. A day without its year stays as it is. */
function showInFull(input) {
  const moment = read(input);
  const text = input.value.trim();
  if (!text || !moment || ("yearless" in input.dataset && YEARLESS.test(text))) return;
  const two = (number) => String(number).padStart(2, "0");
  const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${String(moment.getFullYear()).padStart(4, "0")}`;
  const hour = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  input.value = { date: day, time: hour, datetime: `${day} ${hour}` }[input.dataset.written];
}

document.addEventListener("click", ({ target }) => target.matches(FIELD) && open(target));
/* Who types does not need it, and it would lie over the button below. */
document.addEventListener("input", ({ target }) => target.matches(FIELD) && close(target));
document.addEventListener("focusout", ({ target }) => {
  if (!target.matches?.(FIELD)) return;
  close(target);
  tell(target);
  showInFull(target);
});
document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (!target.matches?.(FIELD)) return;
  if (key === "ArrowDown") open(target);
  if (key === "Escape" && calendarOf(target)?.is(":visible")) {
    close(target);
    event.stopPropagation(); /* the dialog around the field stays open */
  }
}, true);
