import { html } from "lit";
import { styles } from "../styles.js";
import { Part } from "../part.js";
import { paint } from "../colours.js";
import { clock, label, percent, t } from "../texts.js";

/** The stretches of speech with what is heard in them; tells "seek" with the start of the one that is chosen. */
class Segments extends Part {
  static properties = { segments: { attribute: false }, classes: { attribute: false }, place: { type: Number } };

  render() {
    if (!this.segments.length) return html`<p class="muted">${t("segments.none")}</p>`;
    return html`<ol class="segments" aria-label=${t("segments.title")}>${this.segments.map((segment) => this.row(segment))}</ol>`;
  }

  row(segment) {
    const here = this.place >= segment.start && this.place < segment.end;
    return html`<li><button type="button" aria-current=${here ? "true" : "false"} @click=${() => this.tell("seek", { seconds: segment.start })}>
      <span class="swatch ${segment.certain ? "" : "faint"}" style=${styles({ background: paint(segment.emotion, this.classes) })}></span>
      <span class="segment-when">${clock(segment.start)} – ${clock(segment.end)}</span>
      <span class="segment-what">${label(segment.emotion)}${segment.certain ? "" : html` <span class="muted">(${t("segments.unsure")})</span>`}</span>
      <span class="segment-share">${percent(segment.confidence)}</span>
    </button></li>`;
  }
}
customElements.define("emo-segments", Segments);
