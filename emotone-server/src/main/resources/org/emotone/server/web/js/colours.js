// Colours by name, as the style sheets of the moment have them: charts draw on canvases, which know no variables.

const listeners = new Set();
const computed = () => getComputedStyle(document.documentElement);

/** A colour of the theme, such as "text" or "edge". */
export const ink = (name) => computed().getPropertyValue(`--${name}`).trim();

/** The custom property of a class: that of its emotion or sex, or else of a series. */
export function variable(label, classes = []) {
  for (const name of [label, label.split("-").at(-1), { positive: "happy", negative: "angry" }[label]]) {
    if (name && ink(`c-${name}`)) return `--c-${name}`;
  }
  return `--c-series-${1 + (Math.max(0, classes.indexOf(label)) % 8)}`;
}

/** The colour of a class, for canvases. */
export const colour = (label, classes) => computed().getPropertyValue(variable(label, classes)).trim();

/** The colour of a class, for style sheets: it changes with the theme by itself. */
export const paint = (label, classes) => `var(${variable(label, classes)})`;

/** Whether this colour is rather dark, so that white is read on it. */
export function isDark(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 150;
}

/** Has a listener called when the theme changes; returns what ends that. */
export function onTheme(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const changed = () => listeners.forEach((listener) => listener());
new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ["data-theme"] });

/** Whether motion is unwelcome. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
