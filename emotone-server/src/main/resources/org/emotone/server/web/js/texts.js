// The texts of the page in the user's language, and numbers, times and sizes as that language writes them.

export const LANGUAGES = { en: "English", es: "Español", de: "Deutsch" };

const listeners = new Set();
let language = "en";
let texts = {};
let faults = [];

/** The language to begin with: what was chosen here before, else the browser's, else English. */
function preferred() {
  const wanted = [stored("emotone.language"), ...navigator.languages];
  return wanted.map((tag) => String(tag).slice(0, 2)).find((tag) => tag in LANGUAGES) ?? "en";
}

/** Loads the texts of a language and tells everyone who listens. */
export async function load(wanted = preferred()) {
  const answer = await fetch(`/web/texts/${wanted}.json`);
  if (!answer.ok) throw new Error(`no texts for ${wanted}: ${answer.status}`);
  const loaded = await answer.json();
  faults = loaded["faults"].map(([pattern, words]) => [new RegExp(pattern), words]);
  texts = loaded;
  language = wanted;
  document.documentElement.lang = wanted;
  listeners.forEach((listener) => listener());
}

/** Has a listener called when the language changes; returns what ends that. */
export function onTexts(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentLanguage = () => language;

/** A text by its key, with {name} replaced by values. */
export function t(key, values = {}) {
  const text = texts[key];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** Whether there is a text for a key. */
export const has = (key) => key in texts;

/** The name of a class: an emotion, a sex, both, or what the model calls it. */
export function label(id) {
  if (has(`label.${id}`)) return t(`label.${id}`);
  const [sex, emotion] = [id.split("-")[0], id.split("-").slice(1).join("-")];
  if (emotion && has(`label.${sex}`)) return t("label.both", { sex: t(`label.${sex}`), emotion: label(emotion) });
  return id;
}

/** A fault of a recording in plain words; the server tells it in English. */
export function fault(words) {
  for (const [pattern, text] of faults) {
    const match = pattern.exec(words);
    if (match) return text.replace(/\$(\d)/g, (whole, group) => match[Number(group)] ?? "");
  }
  return words;
}

export const number = (value, digits = 0) =>
  new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

export const percent = (share) =>
  new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);

export const seconds = (value, digits = 1) => `${number(value, digits)} s`;

export const date = (iso) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));

export function bytes(count) {
  const large = count >= 2 ** 20;
  return `${number(count / (large ? 2 ** 20 : 1024))} ${large ? "MiB" : "KiB"}`;
}

/** A place in a recording: 0:03.4, 1:02:03.4. */
export function clock(value, digits = 1) {
  const unit = 10 ** digits;
  const ticks = Math.round(Math.max(0, value) * unit);
  const whole = Math.floor(ticks / unit);
  const rest = digits ? "." + String(ticks % unit).padStart(digits, "0") : "";
  const two = (n) => String(n).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  const head = minutes < 60 ? `${minutes}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  return `${head}:${two(whole % 60)}${rest}`;
}

/** What this browser keeps under a name; null if it keeps nothing. */
export function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
