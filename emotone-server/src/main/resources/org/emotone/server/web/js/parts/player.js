import { html } from "lit";
import { styles } from "../styles.js";
import { Part } from "../part.js";
import { colour, ink, onTheme, paint } from "../colours.js";
import { clock, label, percent, t } from "../texts.js";
import { at, classesOf, ranked, segmentAt } from "../heard.js";
import { icon } from "../icons.js";

/** Height of the segments below the level, in pixels. */
export const RIBBON = 6;

/**
 * A recording to listen to: its level coloured by what is heard when, on which to click, hover and type; play and speed.
 *
 * Tells "place" with the seconds as they change.
 */
class Player extends Part {
  static properties = { result: { attribute: false }, sound: {}, place: { state: true }, hover: { state: true }, playing: { state: true }, mute: { state: true } };

  constructor() {
    super();
    this.place = 0;
    this.hover = null;
    this.playing = false;
    this.mute = false;
  }

  get length() {
    return this.result.seconds;
  }

  render() {
    const shown = this.hover ?? this.place;
    return html`
      <div class="wave" role="slider" tabindex="0" aria-label=${t("player.position")} aria-valuemin="0" aria-valuemax=${this.length.toFixed(2)}
        aria-valuenow=${this.place.toFixed(2)} aria-valuetext="${clock(this.place)}, ${this.words(this.place)}"
        @pointermove=${(e) => (this.hover = this.under(e))} @pointerleave=${() => (this.hover = null)} @click=${(e) => this.go(this.under(e))} @keydown=${this.key}>
        <canvas aria-hidden="true"></canvas>
        <span class="wave-cursor" aria-hidden="true" style=${styles({ left: this.percentOf(this.place) })}></span>
        ${this.hover === null ? "" : this.tip()}
      </div>
      <div class="player-line">
        <button class="button round primary" type="button" ?disabled=${!this.sound || this.mute} @click=${this.toggle}
          aria-label=${this.playing ? t("player.pause") : t("player.play")}>${icon(this.playing ? "pause" : "play")}</button>
        <p class="player-place"><strong>${clock(shown)}</strong> <span class="muted">/ ${clock(this.length)}</span><br>
          <span class="muted small">${this.words(shown)}</span></p>
        <label class="player-speed"><span class="unseen">${t("player.speed")}</span>
          <select class="bare" @change=${(e) => (this.audio.playbackRate = Number(e.target.value))} ?disabled=${!this.sound}>
            ${["0.5", "0.75", "1", "1.5"].map((speed) => html`<option value=${speed} ?selected=${speed === "1"}>${speed}×</option>`)}
          </select></label>
      </div>
      ${this.sound && !this.mute ? "" : html`<p class="muted small">${t(this.mute ? "player.unplayable" : "player.none")}</p>`}
      <audio preload="auto" src=${this.sound ?? ""} @play=${this.follow} @pause=${this.stopped} @seeked=${this.stopped}
        @error=${() => (this.mute = Boolean(this.sound))}></audio>`;
  }

  get audio() {
    return this.querySelector("audio");
  }

  percentOf(seconds) {
    return `${this.length > 0 ? (100 * seconds) / this.length : 0}%`;
  }

  under(event) {
    const box = this.querySelector(".wave").getBoundingClientRect();
    return Math.max(0, Math.min(this.length, (this.length * (event.clientX - box.left)) / box.width));
  }

  probabilitiesAt(seconds) {
    return this.result.timeline ? at(this.result.timeline, seconds) : this.result.probabilities;
  }

  words(seconds) {
    const segment = segmentAt(this.result.timeline, seconds);
    if (this.result.timeline && !segment) return t("player.nobody");
    const { label: name, probability } = segment
      ? { label: segment.emotion, probability: segment.confidence }
      : ranked(this.result.probabilities)[0];
    return `${label(name)} ${percent(probability)}${segment && !segment.certain ? `, ${t("gauge.uncertain").toLowerCase()}` : ""}`;
  }

  tip() {
    const probabilities = this.probabilitiesAt(this.hover);
    const right = this.hover > 0.7 * this.length;
    const place = right ? { right: `calc(${100 - parseFloat(this.percentOf(this.hover))}% + 12px)` } : { left: `calc(${this.percentOf(this.hover)} + 12px)` };
    const classes = classesOf(this.result);
    return html`<div class="tip" aria-hidden="true" style=${styles(place)}><strong>${clock(this.hover)}</strong>
      ${probabilities
        ? html`<ul>${ranked(probabilities).slice(0, 4).map((row) => html`<li><span class="swatch" style=${styles({ background: paint(row.label, classes) })}></span>
            <span>${label(row.label)}</span><span>${percent(row.probability)}</span></li>`)}</ul>`
        : html`<div>${t("player.nobody")}</div>`}</div>`;
  }

  go(seconds) {
    this.show(Math.max(0, Math.min(this.length, seconds)));
    if (this.sound) this.audio.currentTime = this.place;
  }

  /** From a place on, aloud. */
  playFrom(seconds) {
    this.go(seconds);
    if (this.sound && !this.mute) void this.audio.play();
  }

  show(seconds) {
    this.place = seconds;
    this.tell("place", { seconds });
  }

  toggle() {
    if (this.playing) this.audio.pause();
    else void this.audio.play();
  }

  follow() {
    this.playing = true;
    const step = () => {
      if (!this.isConnected || this.audio.paused) return;
      this.show(Math.min(this.length, this.audio.currentTime));
      requestAnimationFrame(step);
    };
    step();
  }

  stopped() {
    this.playing = !this.audio.paused;
    this.show(Math.min(this.length, this.audio.currentTime));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 5 : 0.5;
    const action = {
      ArrowRight: () => this.go(this.place + step),
      ArrowUp: () => this.go(this.place + step),
      ArrowLeft: () => this.go(this.place - step),
      ArrowDown: () => this.go(this.place - step),
      Home: () => this.go(0),
      End: () => this.go(this.length),
      " ": () => this.sound && this.toggle(),
    }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  firstUpdated() {
    this.sizes = new ResizeObserver(() => this.paintWave());
    this.sizes.observe(this.querySelector("canvas"));
    this.endTheme = onTheme(() => this.paintWave());
  }

  updated(changes) {
    if (changes.has("result")) this.paintWave();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endTheme?.();
    this.sizes?.disconnect();
    this.audio?.pause();
  }

  paintWave() {
    const canvas = this.querySelector("canvas");
    const { peaks } = this.result.waveform;
    const classes = classesOf(this.result);
    drawWave(canvas, peaks, (share) => {
      const segment = segmentAt(this.result.timeline, share * this.length);
      if (this.result.timeline && !segment) return { fill: ink("quiet"), faint: false };
      const name = segment?.emotion ?? this.result.emotion;
      return { fill: colour(name, classes), faint: !(segment ?? this.result).certain };
    });
    this.paintRibbon(canvas, classes);
  }

  /** The segments below the level: whole where they are certain, striped where they are not. */
  paintRibbon(canvas, classes) {
    const pen = canvas.getContext("2d");
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    for (const segment of this.result.timeline?.segments ?? []) {
      const from = (width * segment.start) / this.length;
      const to = (width * segment.end) / this.length;
      pen.fillStyle = colour(segment.emotion, classes);
      if (segment.certain) pen.fillRect(from, height - RIBBON, to - from, RIBBON);
      for (let x = from; !segment.certain && x < to; x += 6) pen.fillRect(x, height - RIBBON, Math.min(3, to - x), RIBBON);
    }
  }
}
customElements.define("emo-player", Player);

/** Draws bars of the level, mirrored, as loud as the loudest is high; ink(share of the width) gives {fill, faint}. */
export function drawWave(canvas, peaks, inkAt) {
  const ratio = devicePixelRatio || 1;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (!width || !peaks.length) return;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  const most = Math.max(0.05, ...peaks);
  const pitch = width < 500 ? 3 : 4;
  const bars = Math.floor(width / pitch);
  const room = height - 4 - 2 * RIBBON;
  for (let i = 0; i < bars; i++) {
    const from = Math.floor((i * peaks.length) / bars);
    const to = Math.max(from + 1, Math.floor(((i + 1) * peaks.length) / bars));
    const tall = Math.max(2, (room * Math.max(...peaks.slice(from, to))) / most);
    const { fill, faint } = inkAt((i + 0.5) / bars);
    pen.globalAlpha = faint ? 0.5 : 1;
    pen.fillStyle = fill;
    pen.beginPath();
    pen.roundRect(i * pitch, (room + 4 - tall) / 2, pitch - 1.5, tall, 1.2);
    pen.fill();
  }
}
