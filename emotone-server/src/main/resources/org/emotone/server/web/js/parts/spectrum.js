import { html } from "lit";
import { Part } from "../part.js";
import { label, number, t } from "../texts.js";
import "./heatmap.js";

/** The spectrogram with what the answer rests on, and the cepstral coefficients. */
class Spectrum extends Part {
  static properties = { result: { attribute: false }, kind: { state: true }, over: { state: true } };

  constructor() {
    super();
    this.kind = "mel";
    this.over = false;
  }

  render() {
    const plots = this.result.plots ?? {};
    if (!plots.mel) return html`<p class="muted">${t("spectrum.none")}</p>`;
    const kinds = ["mel", "mfcc"].filter((kind) => plots[kind]);
    const relevance = this.result.explanation?.relevance;
    return html`
      <div class="row spectrum-bar">
        <div class="segmented" role="group" aria-label=${t("spectrum.title")}>${kinds.map((kind) => html`
          <button type="button" aria-pressed=${String(this.kind === kind)} @click=${() => (this.kind = kind)}>${t(`spectrum.${kind}`)}</button>`)}</div>
        ${relevance && this.kind === "mel"
          ? html`<label class="check small"><input type="checkbox" .checked=${this.over} @change=${(e) => (this.over = e.target.checked)}>
              <span>${t("spectrum.overlay", { emotion: label(this.result.explanation.label) })}</span></label>`
          : ""}
      </div>
      <emo-heatmap .picture=${plots[this.kind]} .seconds=${this.result.seconds} .words=${this.words()}
        .relevance=${this.over && this.kind === "mel" ? relevance : null}></emo-heatmap>
      ${this.over && this.kind === "mel" ? html`<ul class="legend"><li><span class="swatch for"></span>${t("spectrum.for")}</li>
          <li><span class="swatch against"></span>${t("spectrum.against")}</li></ul>` : ""}
      <p class="muted small">${t(`spectrum.${this.kind}.words`)}</p>`;
  }

  words() {
    return `${t(`spectrum.${this.kind}`)}. ${this.over ? this.result.explanation.regions : t(`spectrum.${this.kind}.words`)}`;
  }
}
customElements.define("emo-spectrum", Spectrum);

/** How a voice differs from neutral ones, if that is known. */
export function why({ explanation }) {
  if (!explanation) return "";
  if (explanation.unavailable) return html`<p class="muted small">${t("why.none")} <span lang="en">${explanation.unavailable}</span></p>`;
  return html`<div class="why"><h3>${t("why.title")}</h3>
    ${explanation.differences?.length
      ? html`<p class="muted small">${t("why.against", { voices: voices(explanation.reference) })}</p><ul class="cues">${explanation.differences.map(cue)}</ul>`
      : html`<p class="muted">${t("why.unvoiced")}</p>`}</div>`;
}

const voices = (reference) => (/women/.test(reference) ? t("why.women") : /men/.test(reference) ? t("why.men") : reference);

function cue(one) {
  const signed = `${one.difference < 0 ? "−" : "+"}${number(Math.abs(one.difference), 1)} ${t(`unit.${one.unit}`)}`;
  const words = one.notable ? t(`cue.${one.cue}.${one.difference < 0 ? "less" : "more"}`) : t("cue.usual");
  return html`<li class=${one.notable ? "notable" : ""}><span class="cue-name">${t(`cue.${one.cue}`)}</span><strong>${words}</strong><span class="muted">${signed}</span></li>`;
}
