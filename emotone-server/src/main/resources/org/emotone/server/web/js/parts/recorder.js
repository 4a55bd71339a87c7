import { html } from "lit";
import { styles } from "../styles.js";
import { Part } from "../part.js";
import { clock, t } from "../texts.js";
import { clipped, level, Microphone } from "../sound/microphone.js";
import { wav } from "../sound/wav.js";
import { icon } from "../icons.js";
import { ink, onTheme } from "../colours.js";
import { drawWave } from "./player.js";

const MOST_SECONDS = 300;

/** Records from the microphone with a live level; tells "recorded" with the file, "stopped" if it is called off, "refused" with a problem. */
class Recorder extends Part {
  static properties = { seconds: { state: true }, level: { state: true }, hot: { state: true }, open: { state: true } };

  constructor() {
    super();
    this.blocks = [];
    this.levels = [];
    this.seconds = 0;
    this.level = 0;
    this.hot = 0;
    this.open = false;
  }

  async firstUpdated() {
    try {
      const microphone = await Microphone.open((block) => this.take(block), () => this.finish());
      if (!this.isConnected) return microphone.close();
      this.microphone = microphone;
      this.open = true;
      await this.updateComplete;
      this.querySelector(".finish").focus();
    } catch (problem) {
      this.tell("refused", { problem });
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endTheme?.();
    this.microphone?.close();
  }

  take(block) {
    this.blocks.push(block);
    this.levels.push(level(block));
    this.seconds += block.length / this.microphone.sampleRate;
    this.level = this.levels.at(-1);
    this.hot = clipped(block) ? 12 : Math.max(0, this.hot - 1);
    if (this.seconds >= MOST_SECONDS) this.finish();
  }

  render() {
    if (!this.open) return html`<p role="status">${t("record.asking")}</p>`;
    return html`
      <p class="recorder-head"><span class="recording-dot" aria-hidden="true"></span>${t("record.running")} <strong>${clock(this.seconds)}</strong></p>
      <canvas class="recorder-wave" aria-hidden="true"></canvas>
      <div class="level ${this.hot ? "hot" : ""}" role="meter" aria-label=${t("record.level")} aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${Math.round(100 * this.level)}><span style=${styles({ width: `${100 * this.level}%` })}></span></div>
      <p class="small muted" role="status">${this.advice()}</p>
      <div class="row">
        <button class="button primary finish" type="button" ?disabled=${this.seconds < 0.3} @click=${this.finish}>${icon("stop")} ${t("record.finish")}</button>
        <button class="button" type="button" @click=${() => this.tell("stopped")}>${t("record.cancel")}</button>
      </div>`;
  }

  advice() {
    if (this.hot) return t("record.hot");
    const loudest = Math.max(0, ...this.levels.slice(-30));
    return this.seconds > 3 && loudest < 0.25 ? t("record.quiet") : t("record.advice");
  }

  updated() {
    if (!this.open) return;
    this.endTheme ??= onTheme(() => this.requestUpdate());
    const recent = this.levels.slice(-120);
    const peaks = [...Array(120 - recent.length).fill(0), ...recent];
    drawWave(this.querySelector("canvas"), [...peaks, 1].slice(0, 120).concat(), () => ({ fill: ink("accent"), faint: false }));
  }

  finish() {
    if (!this.blocks.length || this.done) return;
    this.done = true;
    this.microphone.close();
    const stamp = new Date().toISOString().slice(0, 19).replace("T", " ").replaceAll(":", "-");
    this.tell("recorded", { file: wav(this.blocks, this.microphone.sampleRate, `${t("record.name")} ${stamp}.wav`) });
  }
}
customElements.define("emo-recorder", Recorder);
