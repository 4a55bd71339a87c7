import { html } from "lit";
import { Part } from "../part.js";
import * as api from "../api.js";
import { fault, has, label, number, percent, t } from "../texts.js";
import { icon } from "../icons.js";

/** What speaks against trusting an answer, in plain words, with what was measured behind it. */
export function quality(result) {
  const warnings = result.warnings ?? [];
  const q = result.quality;
  const figures = [
    [t("quality.rate"), `${number(q.sampleRate)} Hz`],
    [t("quality.channels"), number(q.channels)],
    [t("quality.peak"), q.peakDb === undefined ? "−∞" : `${number(q.peakDb, 1)} dBFS`],
    [t("quality.snr"), q.snrDb === undefined ? "–" : `${number(q.snrDb)} dB`],
    [t("quality.speech"), percent(1 - q.silence)],
    [t("quality.clipped"), `${number(100 * q.clipped, 1)} %`],
    [t("quality.bandwidth"), q.bandwidthHz === undefined ? "–" : `${number(q.bandwidthHz / 1000, 1)} kHz`],
  ];
  return html`
    ${warnings.length
      ? html`<div class="notice" role="note">${icon("warning")}<div><p><strong>${t("quality.warnings")}</strong></p><ul>${warnings.map((one) => html`<li>${fault(one)}</li>`)}</ul></div></div>`
      : html`<p class="row small muted">${icon("check")} ${t("quality.fine")}</p>`}
    <details><summary>${t("quality.measured")}</summary><dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></details>`;
}

/** Links to every form in which a result can be saved. */
export function downloads(result, settings) {
  const formats = (settings?.formats ?? []).filter((format) => result.timeline || !format.needsTimeline);
  const plots = ["waveform", ...(result.timeline ? ["timeline"] : [])];
  if (!result.stored) return html`<p class="muted">${t("download.unstored")}</p>`;
  return html`<ul class="downloads">
    ${formats.map(({ id, ending }) => html`<li><a href=${api.formatUrl(result.id, id)} download>
      <strong>${t(`format.${id}`)}</strong><span class="muted">${ending || ".zip"}</span></a></li>`)}
    ${plots.map((plot) => html`<li><a href=${api.plotUrl(result.id, plot)} download="${plot}.svg"><strong>${t(`format.${plot}`)}</strong><span class="muted">.svg</span></a></li>`)}
  </ul>`;
}

/** Asks what a recording really was. */
class Feedback extends Part {
  static properties = { result: { attribute: false }, classes: { attribute: false }, given: { state: true }, problem: { state: true }, busy: { state: true } };

  willUpdate(changes) {
    if (changes.has("result")) {
      this.given = this.result.feedback?.at(-1)?.label ?? null;
      this.problem = null;
    }
  }

  render() {
    const choices = [...this.classes, ...(this.classes.includes("other") ? [] : ["other"])];
    return html`
      <p class="muted">${t("feedback.words")}</p>
      <div class="choices" role="group" aria-label=${t("feedback.title")}>${choices.map((name) => html`
        <button type="button" class="button small" aria-pressed=${String(this.given === name)} ?disabled=${this.busy} @click=${() => this.give(name)}>${label(name)}</button>`)}</div>
      <p class="small" role="status">${this.problem ? errorWords(this.problem) : this.given ? html`${t("feedback.thanks", { emotion: label(this.given) })}
        ${this.result.audioKept ? "" : t("feedback.silent")}` : ""}</p>`;
  }

  async give(name) {
    this.busy = true;
    try {
      await api.feedback(this.result.id, name);
      this.given = name;
      this.result.feedback = [...(this.result.feedback ?? []), { label: name }];
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}
customElements.define("emo-feedback", Feedback);

/** A problem in the user's words. */
export function errorWords(problem) {
  const key = `error.${problem.code}`;
  return has(key) ? t(key, { seconds: problem.retryAfter || 5 }) : t("error.internal");
}

/** A problem as a notice, with what the server said in small print. */
export function errorNotice(problem, action = "") {
  return html`<div class="notice bad" role="alert">${icon("warning")}<div class="stack tight"><div><p><strong>${errorWords(problem)}</strong></p>
    ${problem.detail ? html`<p class="small" lang="en">${problem.detail}</p>` : ""}
    ${problem.requestId ? html`<p class="small">${t("error.request", { id: problem.requestId })}</p>` : ""}</div>${action}</div></div>`;
}
