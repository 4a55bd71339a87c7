import { html } from "lit";
import { styles } from "../styles.js";
import { clock, fault, label, number, percent, seconds, t } from "../texts.js";
import { paint } from "../colours.js";
import { icon } from "../icons.js";

/** What was heard in a live session: how much of each emotion, and its segments to save. */
export function liveSummary({ summary, segments, classes }) {
  const totals = summary?.totals ?? totalsOf(segments);
  const all = Object.values(totals).reduce((sum, value) => sum + value, 0);
  const rows = Object.entries(totals).filter(([, value]) => value > 0).sort((a, b) => b[1] - a[1]);
  return html`<div class="pair"><section class="card" aria-labelledby="live-summary"><header class="spread"><h2 id="live-summary">${t(summary ? "summary.title" : "summary.sofar")}</h2>
      ${summary && segments.length ? html`<button class="button small" type="button" @click=${() => save(segments)}>${icon("download")} CSV</button>` : ""}</header>
      ${summary ? tiles(summary) : ""}
      ${rows.length ? html`<div class="shares" aria-hidden="true">${rows.map(([name, value]) => html`<span style=${styles({ width: `${(100 * value) / all}%`, background: paint(name, classes) })}></span>`)}</div>
        <ul class="legend">${rows.map(([name, value]) => html`<li><span class="swatch" style=${styles({ background: paint(name, classes) })}></span>${label(name)} ${seconds(value)} (${percent(value / all)})</li>`)}</ul>` : ""}
      ${summary?.warnings?.length ? html`<div class="notice">${icon("warning")}<ul>${summary.warnings.map((one) => html`<li>${fault(one)}</li>`)}</ul></div>` : ""}
      ${summary && !segments.length ? html`<p class="muted">${t("segments.none")}</p>` : ""}</section>
    <section class="card" aria-labelledby="live-segments"><header><h2 id="live-segments">${t("segments.title")}</h2></header>
      <ol class="segments plain" tabindex="0" aria-labelledby="live-segments">${[...segments].reverse().map((one) => html`<li><span class="swatch ${one.certain ? "" : "faint"}" style=${styles({ background: paint(one.emotion, classes) })}></span>
        <span class="segment-when">${clock(one.start)} – ${clock(one.end)}</span><span class="segment-what">${label(one.emotion)}${one.certain ? "" : html` <span class="muted">(${t("segments.unsure")})</span>`}</span><span class="segment-share">${percent(one.confidence)}</span></li>`)}</ol></section></div>`;
}

/** Seconds of each emotion. */
export function totalsOf(segments) {
  const totals = {};
  for (const { emotion, start, end } of segments) totals[emotion] = (totals[emotion] ?? 0) + end - start;
  return totals;
}

const tiles = (summary) => html`<dl class="tiles">
  <div><dd>${clock(summary.seconds, 0)}</dd><dt>${t("summary.length")}</dt></div>
  <div><dd>${seconds(summary.speechSeconds)}</dd><dt>${t("summary.speech")}</dt></div>
  ${summary.utterances === null ? "" : html`<div><dd>${number(summary.utterances)}</dd><dt>${t("summary.utterances")}</dt></div>
  <div><dd>${number(summary.changes)}</dd><dt>${t("summary.changes")}</dt></div>`}</dl>`;

/** Saves segments as CSV, as the server writes them: RFC 4180. */
function save(segments) {
  const rows = segments.map((s) => [s.start.toFixed(3), s.end.toFixed(3), s.emotion, s.confidence.toFixed(4), s.certain].join(","));
  const text = ["start,end,emotion,confidence,certain", ...rows].join("\n") + "\n";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = "emotone-live.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
