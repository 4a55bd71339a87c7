import { html, svg } from "lit";
import { Part } from "../part.js";
import { paint } from "../colours.js";
import { label, percent, t } from "../texts.js";

const RADIUS = 84;
const LENGTH = Math.PI * RADIUS;
const place = (share, radius) => {
  const angle = Math.PI * (1 - share);
  return [100 + radius * Math.cos(angle), 100 - radius * Math.sin(angle)];
};

/** The leading class as a half circle: how sure the model is, and from where on it is sure enough to say so. */
class Gauge extends Part {
  static properties = {
    emotion: {},
    confidence: { type: Number },
    certain: { type: Boolean },
    threshold: { type: Number },
    classes: { attribute: false },
    idle: {},
  };

  render() {
    const heard = !this.idle;
    const share = heard ? Math.max(0, Math.min(1, this.confidence ?? 0)) : 0;
    const words = !heard ? this.idle : this.certain ? label(this.emotion) : t("gauge.uncertain");
    const value = heard ? t("gauge.value", { emotion: words, confidence: percent(share) }) : words;
    return html`
      <div class="gauge ${heard && !this.certain ? "uncertain" : ""}" role="meter" aria-label=${t("gauge.label")}
        aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(100 * share)} aria-valuetext=${value}>
        <svg viewBox="0 0 200 112" aria-hidden="true">
          <path class="track" d="M16 100 A84 84 0 0 1 184 100"/>
          <path class="value" d="M16 100 A84 84 0 0 1 184 100" stroke=${heard ? paint(this.emotion, this.classes) : "none"}
            stroke-dasharray="${LENGTH} ${LENGTH}" stroke-dashoffset=${LENGTH * (1 - share)}/>
          ${this.threshold ? this.mark() : ""}
        </svg>
        <div class="gauge-words" aria-hidden="true">
          <strong>${words}</strong>
          <span class="gauge-share">${heard ? percent(share) : " "}</span>
        </div>
      </div>
      <p class="gauge-note">${this.note(heard)}</p>`;
  }

  mark() {
    const [x1, y1] = place(this.threshold, RADIUS - 11);
    const [x2, y2] = place(this.threshold, RADIUS + 11);
    return svg`<line class="mark" x1=${x1} y1=${y1} x2=${x2} y2=${y2}/>`;
  }

  note(heard) {
    if (!heard) return " ";
    if (this.certain) return t("gauge.certain", { threshold: percent(this.threshold ?? 0) });
    return t("gauge.guess", { emotion: label(this.emotion), threshold: percent(this.threshold ?? 0) });
  }
}
customElements.define("emo-gauge", Gauge);
