import { html } from "lit";
import { styles } from "../styles.js";
import { Part } from "../part.js";
import { known } from "../memory.js";
import { clock, label, percent, t } from "../texts.js";
import { clipped, level, Microphone } from "../sound/microphone.js";
import { LiveSession } from "../sound/live-session.js";
import { icon } from "../icons.js";
import { errorNotice } from "../parts/extras.js";
import { liveSummary, totalsOf } from "../parts/live-summary.js";
import "../parts/bars.js";
import "../parts/course.js";
import "../parts/gauge.js";
import "../parts/segments.js";

/** How much of the past the rolling chart shows, in seconds. */
const SPAN = 60;
const STEP = 0.25;

/** The microphone heard while somebody speaks. */
class Live extends Part {
  static properties = {
    state: { state: true },
    problem: { state: true },
    now: { state: true },
    level: { state: true },
    hot: { state: true },
    latest: { state: true },
    summary: { state: true },
    server: { state: true },
    model: { state: true },
  };

  constructor() {
    super();
    this.reset("idle");
    this.model = "";
  }

  reset(state) {
    Object.assign(this, { state, problem: null, now: 0, level: 0, hot: 0, latest: null, summary: null, windows: [], segments: [], results: 0 });
  }

  connectedCallback() {
    super.connectedCallback();
    known().then((server) => (this.server = server), (problem) => (this.problem = problem));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.microphone?.close();
    this.session?.stop();
  }

  get chosen() {
    const models = this.server?.models ?? [];
    return models.find((model) => model.name === this.model) ?? models[0];
  }

  get classes() {
    return [...(this.chosen?.classes ?? [])].sort();
  }

  render() {
    return html`<div class="view-head spread"><div><h1 tabindex="-1">${t("live.title")}</h1><p class="lede">${t("live.lede")}</p></div></div>
      ${this.problem ? errorNotice(this.problem) : ""}
      <p class="unseen" role="status">${this.spoken()}</p>
      <div class="live">
        <section class="card live-now" aria-label=${t("live.now")}>${this.control()}
          <emo-gauge .emotion=${this.latest?.emotion} .confidence=${this.latest?.confidence} .certain=${this.latest?.certain} .classes=${this.classes}
            .threshold=${this.chosen?.uncertainBelow ?? 0} .idle=${this.latest ? null : this.listening ? t("live.quiet") : t("live.off")}></emo-gauge>
          <div class="level ${this.hot ? "hot" : ""}" role="meter" aria-label=${t("record.level")} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(100 * this.level)}><span style=${styles({ width: `${100 * this.level}%` })}></span></div>
          <p class="small muted">${this.hot ? t("record.hot") : t("live.advice")}</p></section>
        <section class="card live-chart" aria-labelledby="live-course"><header class="spread"><h2 id="live-course">${t("live.course", { seconds: SPAN })}</h2>${this.badge()}</header>
          <emo-course .windows=${this.recent()} .classes=${this.classes} .step=${STEP} .from=${Math.max(0, this.edge - SPAN)} .to=${Math.max(SPAN, this.edge)} .words=${this.words()}></emo-course>
          ${this.latest ? html`<emo-bars .probabilities=${this.latest.probabilities} .classes=${this.classes} .name=${t("bars.title")}></emo-bars>` : this.windows.length ? "" : html`<p class="muted">${t("live.empty")}</p>`}</section>
      </div>
      ${this.summary || this.segments.length ? liveSummary(this) : ""}`;
  }

  /** Whether sound is being taken. */
  get listening() {
    return ["connecting", "live", "broken"].includes(this.state);
  }

  get edge() {
    return Math.ceil(4 * this.now) / 4;
  }

  control() {
    const models = this.server?.models ?? [];
    const choice = !this.listening && models.length > 1
      ? html`<label class="field"><span>${t("intake.model")}</span><select @change=${(e) => (this.model = e.target.value)}>${models.map((model) => html`<option value=${model.name}>${model.name}</option>`)}</select></label>`
      : "";
    const button = this.listening
      ? html`<button class="button primary" type="button" @click=${this.stop}>${icon("stop")} ${t("live.stop")}</button>`
      : html`<button class="button primary" type="button" ?disabled=${this.state === "opening" || this.state === "closing"} @click=${this.start}>${icon("microphone")} ${t("live.start")}</button>`;
    return html`<div class="row">${button}<strong class="live-clock">${clock(this.now, 0)}</strong></div>${choice}`;
  }

  badge() {
    const kind = { live: "good", broken: "bad", connecting: "", closing: "" }[this.state];
    return kind === undefined ? "" : html`<p class="badge ${kind}">${t(`live.${this.state}`)}</p>`;
  }

  spoken() {
    if (this.state === "broken") return t("live.broken");
    const last = this.segments.at(-1);
    return last ? `${label(last.emotion)} ${percent(last.confidence)}` : "";
  }

  /** The same array until something changes, so that the chart is not drawn for nothing. */
  recent() {
    if (this.shown?.edge !== this.edge || this.shown.of !== this.windows) {
      this.shown = { edge: this.edge, of: this.windows, windows: this.windows.filter((window) => window.end > this.edge - SPAN) };
    }
    return this.shown.windows;
  }

  words() {
    const last = this.windows.at(-1);
    return `${t("live.course", { seconds: SPAN })}. ${last ? `${label(last.emotion)} ${percent(last.confidence)}` : t("live.empty")}`;
  }

  async start() {
    this.reset("opening");
    try {
      this.microphone = await Microphone.open((block) => this.take(block), () => this.stop());
    } catch (problem) {
      this.state = "idle";
      this.problem = problem;
      return;
    }
    this.session = new LiveSession(this.microphone.sampleRate, this.model);
    this.state = "connecting";
    this.session.addEventListener("state", (event) => this.become(event.detail));
    this.session.addEventListener("result", (event) => this.hear(event.detail));
    this.session.addEventListener("closed", (event) => (this.summary = event.detail ?? this.ownSummary()));
  }

  become(state) {
    const over = state === "closed" || state === "failed";
    this.state = over ? "idle" : state;
    if (over) {
      this.microphone.close();
      this.level = 0;
      this.latest = null;
    }
    if (state === "failed") {
      this.summary = this.ownSummary();
      const { code, message } = this.session.fault ?? { code: "away", message: "" };
      this.problem = { code, detail: message };
    }
  }

  take(block) {
    if (!this.session || !this.listening) return;
    this.session.push(block);
    this.level = level(block);
    this.hot = clipped(block) ? 12 : Math.max(0, this.hot - 1);
    this.now = this.session.seconds;
    if (this.latest && this.now - this.latest.end > 2.5) this.latest = null;
  }

  hear(result) {
    if (result.trigger === "interval") {
      this.results++;
      this.windows = [...this.windows.slice(-600), result];
      const [segment] = result.segments;
      this.latest = { ...result, emotion: segment.emotion, confidence: segment.confidence, certain: segment.certain, probabilities: segment.probabilities, end: result.end };
    } else {
      this.segments = [...this.segments, ...result.segments];
    }
  }

  stop() {
    this.microphone?.close();
    this.level = 0;
    this.latest = null;
    this.session?.stop();
  }

  /** What the page itself knows, if the server could not tell. */
  ownSummary() {
    const speech = this.segments.reduce((sum, { start, end }) => sum + end - start, 0);
    return { seconds: this.now, speechSeconds: speech, utterances: null, changes: null, totals: totalsOf(this.segments), warnings: [] };
  }
}
customElements.define("emo-live", Live);
