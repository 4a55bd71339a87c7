import { html } from "lit";
import { Part } from "../part.js";
import { ink, onTheme } from "../colours.js";
import { clock, number } from "../texts.js";

const LEFT = 52;
const BOTTOM = 26;
const TOP = 6;

/** Frequencies as the ear spaces them: 3 mel to 200 Hz up to 1 kHz, logarithmic above (Slaney 1998). */
const mel = (hz) => (hz < 1000 ? (3 * hz) / 200 : 15 + (27 * Math.log(hz / 1000)) / Math.log(6.4));

/**
 * A picture of time and frequency with axes, and over it how much an answer rests on each place.
 *
 * picture is as the server gives it; relevance {startSeconds, secondsPerFrame, hz, values, largest} or null.
 */
class HeatMap extends Part {
  static properties = { picture: { attribute: false }, relevance: { attribute: false }, seconds: { type: Number }, words: {} };

  render() {
    return html`<canvas class="heat" role="img" aria-label=${this.words}></canvas>`;
  }

  firstUpdated() {
    this.sizes = new ResizeObserver(() => this.paint());
    this.sizes.observe(this.querySelector("canvas"));
    this.endTheme = onTheme(() => this.paint());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endTheme?.();
    this.sizes?.disconnect();
  }

  async updated(changes) {
    if (changes.has("picture")) {
      this.image = new Image();
      this.image.src = `data:${this.picture.mediaType};base64,${this.picture.base64}`;
      await this.image.decode();
    }
    this.paint();
  }

  paint() {
    const canvas = this.querySelector("canvas");
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (!this.image?.complete || !width) return;
    const ratio = devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    this.plot = { x: LEFT, y: TOP, width: width - LEFT - 8, height: height - TOP - BOTTOM };
    const { x, y, width: w, height: h } = this.plot;
    pen.save();
    pen.beginPath();
    pen.roundRect(x, y, w, h, 8);
    pen.clip();
    pen.fillStyle = ink("sunken");
    pen.fillRect(x, y, w, h);
    if (this.relevance) pen.filter = "grayscale(1) brightness(.8)";
    const from = this.across(this.picture.startSeconds);
    pen.drawImage(this.image, from, y, this.across(this.picture.endSeconds) - from, h);
    pen.filter = "none";
    if (this.relevance) this.overlay(pen);
    pen.restore();
    this.axes(pen);
  }

  across(seconds) {
    return this.plot.x + (this.plot.width * seconds) / this.seconds;
  }

  upwards(hz) {
    const { lowHz, highHz, scale } = this.picture;
    const map = scale === "mel" ? mel : (value) => value;
    return this.plot.y + this.plot.height * (1 - (map(hz) - map(lowHz)) / (map(highHz) - map(lowHz)));
  }

  overlay(pen) {
    const { startSeconds, secondsPerFrame, hz, values, largest } = this.relevance;
    if (!largest) return;
    const bands = values[0].length;
    const small = new OffscreenCanvas(values.length, bands);
    const pixels = new ImageData(values.length, bands);
    const inks = [ink("for"), ink("against")].map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));
    values.forEach((row, time) =>
      row.forEach((value, band) => {
        const place = 4 * ((bands - 1 - band) * values.length + time);
        pixels.data.set(value >= 0 ? inks[0] : inks[1], place);
        pixels.data[place + 3] = Math.round(240 * Math.min(1, Math.abs(value) / largest) ** 1.2);
      }),
    );
    small.getContext("2d").putImageData(pixels, 0, 0);
    const from = this.across(startSeconds);
    const to = this.across(startSeconds + values.length * secondsPerFrame);
    const tops = hz.length ? [this.upwards(hz.at(-1)), this.upwards(hz[0])] : [this.plot.y, this.plot.y + this.plot.height];
    const half = hz.length > 1 ? (tops[1] - tops[0]) / (bands - 1) / 2 : 0;
    pen.drawImage(small, from, tops[0] - half, to - from, tops[1] - tops[0] + 2 * half);
  }

  axes(pen) {
    const { x, y, width, height } = this.plot;
    pen.fillStyle = ink("muted");
    pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    pen.textAlign = "center";
    const wanted = this.seconds / Math.max(2, width / 110);
    const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600].find((one) => one >= wanted) ?? 1200;
    for (let at = 0; at <= this.seconds * 0.995; at += step) {
      pen.textAlign = at === 0 ? "left" : "center";
      pen.fillText(clock(at, step < 1 ? 1 : 0), this.across(at), y + height + 18);
    }
    pen.textAlign = "right";
    const marks = this.picture.highHz ? [250, 1000, 2000, 4000, 8000] : [];
    for (const hz of marks.filter((one) => one <= this.picture.highHz)) {
      const words = hz < 1000 ? `${number(hz)} Hz` : `${number(hz / 1000)} kHz`;
      pen.fillText(words, x - 8, Math.max(y + 10, this.upwards(hz) + 4));
    }
  }
}
customElements.define("emo-heatmap", HeatMap);
