import { html } from "lit";
import { styles } from "../styles.js";
import { repeat } from "lit/directives/repeat.js";
import { Part } from "../part.js";
import { paint } from "../colours.js";
import { label, percent } from "../texts.js";
import { ranked } from "../heard.js";

/** Every class with its probability, the most probable first. */
class Bars extends Part {
  static properties = { probabilities: { attribute: false }, classes: { attribute: false }, name: {} };

  render() {
    const rows = ranked(this.probabilities ?? {});
    return html`<ol class="bars" aria-label=${this.name ?? ""}>
      ${repeat(rows, (row) => row.label, (row) => html`<li>
        <span class="bar-name">${label(row.label)}</span>
        <span class="bar" aria-hidden="true"><span style=${styles({ width: `${100 * row.probability}%`, background: paint(row.label, this.classes) })}></span></span>
        <span class="bar-value">${percent(row.probability)}</span>
      </li>`)}
    </ol>`;
  }
}
customElements.define("emo-bars", Bars);
