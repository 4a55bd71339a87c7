import { html } from "lit";
import { Part } from "../part.js";
import * as api from "../api.js";
import { known } from "../memory.js";
import { currentLanguage, number, percent, t } from "../texts.js";
import { errorNotice } from "../parts/extras.js";
import { markdown } from "../parts/markdown.js";

const STEPS = ["read", "features", "network", "calibration", "time", "why"];

/** How it works, how well, what it is not for, and the model's card. */
class About extends Part {
  static properties = { server: { state: true }, name: { state: true }, card: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    known().then(
      (server) => {
        this.server = server;
        void this.show(server.models[0].name);
      },
      (problem) => (this.problem = problem),
    );
  }

  async show(name) {
    this.name = name;
    try {
      this.card = await api.card(name);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const model = this.server?.models.find((one) => one.name === this.name);
    return html`<div class="view-head"><h1 tabindex="-1">${t("about.title")}</h1><p class="lede">${t("about.lede")}</p></div>
      ${this.problem ? errorNotice(this.problem) : ""}
      <div class="stack">
        <section class="notice bad forbidden" aria-labelledby="forbidden"><div><h2 id="forbidden">${t("foot.forbidden")}</h2><ul class="dotted">${[1, 2, 3, 4].map((i) => html`<li>${t(`about.forbidden.${i}`)}</li>`)}</ul></div></section>
        <ol class="steps">${STEPS.map((step, i) => html`<li class="card"><span class="step-number" aria-hidden="true">${i + 1}</span><h2>${t(`about.${step}`)}</h2><p class="muted">${t(`about.${step}.words`)}</p></li>`)}</ol>
        <section class="card" aria-labelledby="limits"><header><h2 id="limits">${t("about.limits")}</h2></header><ul class="dotted">${[1, 2, 3, 4, 5].map((i) => html`<li>${t(`about.limit.${i}`)}</li>`)}</ul></section>
        ${model ? this.facts(model) : ""}
        <section class="card" aria-labelledby="privacy"><header><h2 id="privacy">${t("about.privacy")}</h2></header><p>${t(this.server?.settings.audioKept ? "about.privacy.kept" : "about.privacy.words")}</p></section>
        ${this.card ? html`<section class="card card-text" aria-label=${t("about.card")}><details open><summary>${t("about.card")}${currentLanguage() === "en" ? "" : ` (${t("about.english")})`}</summary><div lang="en">${markdown(this.card)}</div></details></section>` : ""}
      </div>`;
  }

  facts(model) {
    const { models } = this.server;
    const uar = Object.entries(model.metrics).find(([name]) => name.toLowerCase() === "uar")?.[1];
    const clips = model.corpora.reduce((sum, corpus) => sum + corpus.clips, 0);
    const speakers = model.corpora.reduce((sum, corpus) => sum + corpus.speakers, 0);
    return html`<section class="card" aria-labelledby="model"><header class="spread"><h2 id="model">${t("about.model", { name: model.name })}</h2>
        ${models.length > 1 ? html`<label><span class="unseen">${t("intake.model")}</span><select class="bare" @change=${(e) => this.show(e.target.value)}>${models.map((one) => html`<option ?selected=${one.name === model.name}>${one.name}</option>`)}</select></label>` : ""}</header>
      <dl class="tiles">
        <div><dd>${number(model.classes.length)}</dd><dt>${t("about.classes")}</dt></div>
        ${uar === undefined ? "" : html`<div><dd>${number(uar, 2)}</dd><dt>${t("about.uar", { chance: number(1 / model.classes.length, 2) })}</dt></div>`}
        <div><dd>${percent(model.uncertainBelow)}</dd><dt>${t("about.threshold")}</dt></div>
        <div><dd>${number(clips)}</dd><dt>${t("about.clips", { speakers: number(speakers) })}</dt></div></dl>
      <p class="muted small">${t("about.protocol")} <span lang="en">${model.protocol.split(" (")[0]}</span></p></section>`;
  }
}
customElements.define("emo-about", About);
