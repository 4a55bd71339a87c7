import { html } from "lit";
import { styles } from "../styles.js";
import { Part } from "../part.js";
import * as api from "../api.js";
import { keep, known } from "../memory.js";
import { bytes, seconds, t } from "../texts.js";
import { icon } from "../icons.js";
import { SAMPLES } from "../samples.js";
import { errorNotice } from "./extras.js";
import "./recorder.js";

/**
 * Where a recording comes in: dropped, chosen, recorded or a sample; it shows how far upload and analysis are and tells
 * "heard" with the result.
 */
class Intake extends Part {
  static properties = {
    state: { state: true },
    progress: { state: true },
    problem: { state: true },
    over: { state: true },
    server: { state: true },
    model: { state: true },
    small: { type: Boolean },
  };

  constructor() {
    super();
    this.state = "idle";
    this.model = "";
  }

  connectedCallback() {
    super.connectedCallback();
    known().then((server) => (this.server = server), (problem) => this.fail(problem));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.abort?.abort();
  }

  render() {
    return html`${this.problem ? errorNotice(this.problem, this.again()) : ""}
      <div class="intake ${this.over ? "over" : ""}" @dragover=${this.drag} @dragleave=${() => (this.over = false)} @drop=${this.drop}>
        ${{ idle: () => this.idle(), recording: () => this.recording(), working: () => this.working() }[this.state]()}
      </div>
      ${this.state === "idle" && !this.small ? this.samples() : ""}`;
  }

  again() {
    return this.last ? html`<button class="button small" type="button" @click=${() => this.hear(this.last)}>${t("intake.again")}</button>` : "";
  }

  idle() {
    const limits = this.server?.settings.limits;
    return html`
      <div class="intake-mark" aria-hidden="true">${icon("upload")}</div>
      <p class="intake-lead">${t("intake.drop")}</p>
      <div class="row centred">
        <label class="button primary"><input class="unseen" type="file" accept="audio/*,video/*,.flac,.opus,.amr,.wv,.aif,.aiff,.au"
          @change=${(e) => e.target.files[0] && this.hear(e.target.files[0])}>${t("intake.choose")}</label>
        <button class="button record" type="button" @click=${() => this.become("recording")}>${icon("microphone")} ${t("intake.record")}</button>
      </div>
      <p class="small muted">${limits ? t("intake.limits", { size: bytes(limits.uploadBytes), minutes: Math.round(limits.seconds / 60) }) : " "}</p>
      ${this.choice()}`;
  }

  choice() {
    const models = this.server?.models ?? [];
    if (models.length < 2) return "";
    return html`<label class="field model-choice"><span>${t("intake.model")}</span><select @change=${(e) => (this.model = e.target.value)}>
      ${models.map((model) => html`<option value=${model.name} ?selected=${model.name === (this.model || models[0].name)}>${model.name} (${t("intake.classes", { count: model.classes.length })})</option>`)}
    </select></label>`;
  }

  recording() {
    return html`<emo-recorder @recorded=${(e) => this.hear(e.detail.file)} @stopped=${() => this.become("idle")}
      @refused=${(e) => this.fail(e.detail.problem)}></emo-recorder>`;
  }

  working() {
    const { stage, share } = this.progress;
    const known = stage === "uploading" || stage === "listening" || stage === "explaining";
    return html`<div class="working"><p class="intake-lead" role="status">${t(`stage.${stage}`)}</p>
      <p class="muted small">${this.last.name}</p>
      <div class="bar-track ${known ? "" : "waiting"}" role="progressbar" aria-label=${t(`stage.${stage}`)} aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${known ? Math.round(100 * share) : ""}><span style=${styles({ width: known ? `${100 * share}%` : "30%" })}></span></div>
      <button class="button small" type="button" @click=${() => this.abort.abort()}>${t("record.cancel")}</button></div>`;
  }

  samples() {
    return html`<section class="samples" aria-labelledby="samples-title"><h2 id="samples-title" class="small">${t("samples.title")}</h2>
      <ul>${SAMPLES.map((name) => html`<li><button type="button" class="chip" @click=${() => this.sample(name)}>${icon("play")}
        <span>${t(`sample.${name.replace(".wav", "")}`)}</span></button></li>`)}</ul>
      <p class="small muted">${t("samples.words")}</p></section>`;
  }

  drag(event) {
    event.preventDefault();
    this.over = this.state === "idle";
  }

  drop(event) {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer.files[0];
    if (file && this.state === "idle") void this.hear(file);
  }

  async sample(name) {
    try {
      await this.hear(await api.sample(name));
    } catch (problem) {
      this.fail(problem);
    }
  }

  become(state) {
    this.state = state;
    this.problem = null;
  }

  fail(problem) {
    this.state = "idle";
    this.problem = problem;
  }

  /** Has a file recognised. */
  async hear(file) {
    this.last = file;
    const limit = this.server?.settings.limits.uploadBytes;
    if (limit && file.size > limit) {
      this.last = null;
      return this.fail(new api.Problem("too_large", `${file.name}: ${bytes(file.size)} > ${bytes(limit)}`));
    }
    this.become("working");
    this.progress = { stage: "uploading", share: 0 };
    this.abort = new AbortController();
    try {
      const result = await api.recognise(file, this.model, (progress) => (this.progress = progress), this.abort.signal);
      this.state = "idle";
      keep(result, file);
      this.tell("heard", { result });
    } catch (problem) {
      if (problem.name === "AbortError") this.become("idle");
      else this.fail(problem);
    }
  }
}
customElements.define("emo-intake", Intake);

/** How long something lasts, as a caption says it. */
export const lasts = (result) => seconds(result.seconds);
