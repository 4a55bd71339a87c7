import { html } from "lit";
import { styles } from "../styles.js";
import { Part } from "../part.js";
import * as api from "../api.js";
import { known, result, soundOf } from "../memory.js";
import { date, label, number, percent, seconds, t } from "../texts.js";
import { paint } from "../colours.js";
import { errorNotice } from "../parts/extras.js";
import { headline, modelOf } from "../parts/result.js";
import { classesOf } from "../heard.js";
import "../parts/gauge.js";
import "../parts/intake.js";
import "../parts/player.js";

const SIDES = ["a", "b"];

/** Two recordings side by side. */
class Compare extends Part {
  static properties = { a: { state: true }, b: { state: true }, past: { state: true }, models: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    known().then(({ models }) => (this.models = models), () => {});
    api.history({ limit: 50 }).then((page) => (this.past = page.recognitions), (problem) => (this.problem = problem));
  }

  render() {
    return html`<div class="view-head"><h1 tabindex="-1">${t("compare.title")}</h1><p class="lede">${t("compare.lede")}</p></div>
      ${this.problem ? errorNotice(this.problem) : ""}
      <div class="sides">${SIDES.map((side) => html`<section class="card" aria-labelledby="side-${side}">
        <header><h2 id="side-${side}">${t(`compare.${side}`)}</h2></header>${this[side] ? this.heard(side) : this.empty(side)}</section>`)}</div>
      ${this.a && this.b ? this.difference() : ""}`;
  }

  empty(side) {
    return html`<div class="stack">
      ${this.past?.length ? html`<label class="field"><span>${t("compare.past")}</span><select @change=${(e) => this.pick(side, e.target.value)}>
        <option value="">${t("compare.choose")}</option>${this.past.map((one) => html`<option value=${one.id}>${one.file}, ${date(one.created)}</option>`)}</select></label>` : ""}
      <emo-intake small @heard=${(e) => (this[side] = e.detail.result)}></emo-intake></div>`;
  }

  async pick(side, id) {
    if (!id) return;
    try {
      this[side] = await result(id);
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  heard(side) {
    const one = this[side];
    return html`<div class="stack"><div class="spread"><strong class="file">${one.file}</strong><button class="button small" type="button" @click=${() => (this[side] = null)}>${t("compare.change")}</button></div>
      <emo-gauge .emotion=${one.emotion} .confidence=${one.confidence} .certain=${one.certain} .threshold=${modelOf(this.models, one)?.uncertainBelow ?? 0} .classes=${classesOf(one)}></emo-gauge>
      <emo-player .result=${one} .sound=${this.sounds(one)}></emo-player></div>`;
  }

  sounds(one) {
    this.urls ??= new Map();
    if (!this.urls.has(one.id)) this.urls.set(one.id, soundOf(one));
    return this.urls.get(one.id);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.urls?.forEach((url) => url?.startsWith("blob:") && URL.revokeObjectURL(url));
    this.urls = null;
  }

  difference() {
    const { a, b } = this;
    const classes = [...new Set([...classesOf(a), ...classesOf(b)])];
    const rows = classes
      .map((name) => ({ name, a: a.probabilities[name] ?? 0, b: b.probabilities[name] ?? 0 }))
      .sort((x, y) => Math.max(y.a, y.b) - Math.max(x.a, x.b));
    const bar = (name, share) => html`<span class="versus-cell"><span class="bar" aria-hidden="true"><span style=${styles({ width: `${100 * share}%`, background: paint(name, classes) })}></span></span><span>${percent(share)}</span></span>`;
    return html`<section class="card" aria-labelledby="side-difference"><header><h2 id="side-difference">${t("compare.difference")}</h2>
        <p class="muted">${t("compare.words", { a: headline(a), b: headline(b) })}</p></header>
      <div class="scroll flat" tabindex="0" role="region" aria-labelledby="side-difference"><table class="versus"><thead><tr><th scope="col">${t("compare.class")}</th><th scope="col">${t("compare.a")}</th><th scope="col">${t("compare.b")}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row">${label(row.name)}</th><td>${bar(row.name, row.a)}</td><td>${bar(row.name, row.b)}</td></tr>`)}
      ${this.cues(a, b)}</tbody></table></div>${a.model === b.model ? "" : html`<p class="muted small">${t("compare.models")}</p>`}</section>`;
  }

  cues(a, b) {
    const facts = [
      ["summary.length", seconds(a.seconds), seconds(b.seconds)],
      ["summary.speech", a.timeline ? seconds(a.timeline.speechSeconds) : "–", b.timeline ? seconds(b.timeline.speechSeconds) : "–"],
    ];
    for (const cue of ["pitch", "energy", "rate", "tilt"]) {
      const of = (one) => one.explanation?.differences?.find((d) => d.cue === cue);
      const words = (d) => (d ? `${d.difference < 0 ? "−" : "+"}${number(Math.abs(d.difference), 1)} ${t(`unit.${d.unit}`)}` : "–");
      if (of(a) || of(b)) facts.push([`cue.${cue}`, words(of(a)), words(of(b))]);
    }
    return facts.map(([key, x, y]) => html`<tr><th scope="row">${t(key)}</th><td class="versus-fact">${x}</td><td class="versus-fact">${y}</td></tr>`);
  }
}
customElements.define("emo-compare", Compare);

