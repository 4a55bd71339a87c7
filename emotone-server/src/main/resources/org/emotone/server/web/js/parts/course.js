import { html } from "lit";
import { Part } from "../part.js";
import { colour, ink, paint } from "../colours.js";
import { clock, label, percent, t } from "../texts.js";
import { course } from "../heard.js";
import { shareAxis, timeAxis } from "./chart.js";
import { styles } from "../styles.js";

/** The names of classes with their colours. */
export const legend = (classes) => html`<ul class="legend" aria-hidden="true">${classes.map(
  (name) => html`<li><span class="swatch" style=${styles({ background: paint(name, classes) })}></span>${label(name)}</li>`,
)}</ul>`;

/** The probabilities over time as stacked areas: windows in, from and to in seconds. */
class Course extends Part {
  static properties = {
    windows: { attribute: false },
    classes: { attribute: false },
    step: { type: Number },
    from: { type: Number },
    to: { type: Number },
    words: {},
    tabled: { type: Boolean },
  };

  render() {
    return html`${legend(this.classes)}<emo-chart kind="wide" .words=${this.words} .draw=${() => this.option()}
      .table=${this.tabled ? this.table() : null}></emo-chart>`;
  }

  option() {
    const points = course(this.windows, this.classes, this.step || 1);
    return {
      grid: { left: 44, right: 14, top: 12, bottom: 28 },
      xAxis: timeAxis(this.from || 0, this.to, (value) => clock(value, this.to - (this.from || 0) < 8 ? 1 : 0)),
      yAxis: shareAxis(percent),
      tooltip: {
        trigger: "axis",
        axisPointer: { lineStyle: { color: ink("muted") } },
        formatter: (items) => this.tip(items),
      },
      series: this.classes.map((name, i) => ({
        name: label(name),
        type: "line",
        stack: "all",
        symbol: "none",
        smooth: 0.15,
        smoothMonotone: "x",
        lineStyle: { width: points.length > 60 ? 0 : 1, color: ink("surface") },
        areaStyle: { color: colour(name, this.classes), opacity: 1 },
        color: colour(name, this.classes),
        emphasis: { disabled: true },
        data: points.map(([x, values]) => [1000 * x, values[i]]),
      })),
    };
  }

  tip(items) {
    const heard = items.filter((item) => item.value[1] != null).sort((a, b) => b.value[1] - a.value[1]);
    if (!heard.length) return t("player.nobody");
    return [clock(heard[0].value[0] / 1000), ...heard.slice(0, 4).map((item) => `${item.seriesName}  ${percent(item.value[1])}`)].join("\n");
  }

  table() {
    const row = (w) => [`${clock(w.start)} – ${clock(w.end)}`, ...this.classes.map((name) => percent(w.probabilities[name] ?? 0))];
    return { head: [t("course.when"), ...this.classes.map(label)], rows: this.windows.map(row) };
  }
}
customElements.define("emo-course", Course);
