import { html } from "lit";
import { Part } from "../part.js";
import * as api from "../api.js";
import { known, soundOf } from "../memory.js";
import { date, label, percent, seconds, t } from "../texts.js";
import { classesOf, sexes } from "../heard.js";
import { downloads, quality } from "./extras.js";
import "./bars.js";
import "./course.js";
import "./gauge.js";
import "./player.js";
import "./polar.js";
import "./segments.js";
import { why } from "./spectrum.js";

/** Everything that is known of a recording. */
class Result extends Part {
  static properties = { result: { attribute: false }, place: { state: true }, view: { state: true }, seen: { state: true }, server: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    known().then((server) => (this.server = server), () => {});
  }

  willUpdate(changes) {
    if (!changes.has("result")) return;
    this.view = "model";
    this.seen = this.result;
    this.place = 0;
    this.freeSound();
    this.sound = soundOf(this.result);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.freeSound();
  }

  freeSound() {
    if (this.sound?.startsWith("blob:")) URL.revokeObjectURL(this.sound);
  }

  get model() {
    return modelOf(this.server?.models, this.result);
  }

  render() {
    const { result } = this;
    const { timeline } = result;
    const classes = classesOf(result);
    return html`<div class="result">
      <header class="result-head"><h1 tabindex="-1">${result.file}</h1>
        <p class="muted">${seconds(result.seconds)} · ${date(result.created)} · ${t("result.model")} <span class="model-name">${result.model.split("@")[0]}</span></p></header>
      <section class="card answer" aria-labelledby="r-answer"><h2 id="r-answer" class="unseen">${t("result.answer")}</h2>
        <div class="answer-gauge"><emo-gauge .emotion=${this.seen.emotion} .confidence=${this.seen.confidence} .certain=${this.seen.certain}
          .threshold=${this.model?.uncertainBelow ?? 0} .classes=${classes}></emo-gauge></div>
        <div class="answer-bars">${this.views()}${this.bars(classes)}</div>
        <div class="answer-quality">${quality(result)}</div>
      </section>
      <section class="card" aria-labelledby="r-listen"><header class="spread"><h2 id="r-listen">${t("result.listen")}</h2><p class="muted small">${t("result.listen.words")}</p></header>
        <emo-player .result=${result} .sound=${this.sound} @place=${(e) => (this.place = e.detail.seconds)}></emo-player></section>
      ${timeline ? this.overTime(timeline) : ""}
      <div class="pair"><section class="card" aria-labelledby="r-why"><header><h2 id="r-why">${t("spectrum.title")}</h2></header><emo-spectrum .result=${result}></emo-spectrum></section>
        <section class="card" aria-labelledby="r-polar"><header><h2 id="r-polar">${t("polar.title")}</h2></header><emo-polar .probabilities=${this.seen.probabilities}></emo-polar>${why(result)}</section></div>
      <div class="pair even"><section class="card" aria-labelledby="r-feedback"><header><h2 id="r-feedback">${t("feedback.title")}</h2></header>
          ${result.stored ? html`<emo-feedback .result=${result} .classes=${classes}></emo-feedback>` : html`<p class="muted">${t("download.unstored")}</p>`}</section>
        <section class="card" aria-labelledby="r-save"><header><h2 id="r-save">${t("download.title")}</h2></header>${downloads(result, this.server?.settings)}</section></div>
    </div>`;
  }

  overTime(timeline) {
    const classes = classesOf(this.result);
    return html`<div class="pair"><section class="card" aria-labelledby="r-course"><header><h2 id="r-course">${t("course.title")}</h2></header>
        <emo-course tabled .windows=${timeline.windows} .classes=${classes} .step=${timeline.settings.stepSeconds} .from=${0} .to=${this.result.seconds} .words=${this.courseWords(timeline)}></emo-course></section>
      <section class="card" aria-labelledby="r-segments"><header><h2 id="r-segments">${t("segments.title")}</h2></header>
        <emo-segments .segments=${timeline.segments} .classes=${classes} .place=${this.place} @seek=${(e) => this.querySelector("emo-player").playFrom(e.detail.seconds)}></emo-segments></section></div>`;
  }

  courseWords(timeline) {
    const totals = Object.entries(timeline.totals).filter(([, value]) => value > 0).sort((a, b) => b[1] - a[1]);
    return `${t("course.title")}: ${totals.map(([name, value]) => `${label(name)} ${seconds(value)}`).join(", ") || t("segments.none")}`;
  }

  views() {
    const shares = sexes(this.result.probabilities);
    const views = [...(this.model?.views ?? ["model"]), ...(shares ? ["sex"] : [])];
    if (views.length < 2) return "";
    const count = Object.keys(this.result.probabilities).length;
    return html`<div class="segmented" role="group" aria-label=${t("view.title")}>${views.map((view) => html`
      <button type="button" aria-pressed=${String(this.view === view)} @click=${() => this.look(view)}>${t(`view.${view}`, { count })}</button>`)}</div>`;
  }

  bars(classes) {
    const shares = this.view === "sex" ? sexes(this.result.probabilities) : this.seen.probabilities;
    return html`<emo-bars .probabilities=${shares} .classes=${classes} .name=${t("bars.title")}></emo-bars>
      ${this.view === "valence3" || this.view === "emotions6" ? html`<p class="muted small">${t(`view.${this.view}.words`)}</p>` : ""}`;
  }

  async look(view) {
    this.view = view;
    if (view === "model" || view === "sex") {
      this.seen = this.result;
    } else {
      const { emotion, confidence, certain, probabilities } = await api.recognition(this.result.id, view);
      if (this.view === view) this.seen = { ...this.result, emotion, confidence, certain, probabilities };
    }
  }
}
customElements.define("emo-result", Result);

/** The model that made a result, if the server still has it. */
export const modelOf = (models, result) => models?.find((model) => `${model.name}@${model.id}` === result.model);

/** A result in a line, for comparisons and lists. */
export const headline = (result) =>
  `${result.certain ? label(result.emotion) : `${t("gauge.uncertain")} (${label(result.emotion)})`} ${percent(result.confidence)}`;
