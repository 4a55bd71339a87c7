import { html } from "lit";
import { Part } from "../part.js";
import { colour, ink } from "../colours.js";
import { label, percent, t } from "../texts.js";
import { ranked } from "../heard.js";
import "./chart.js";

/** The probabilities as sectors of a circle, each emotion always in the same direction. */
class Polar extends Part {
  static properties = { probabilities: { attribute: false } };

  render() {
    const rows = ranked(this.probabilities);
    return html`<emo-chart kind="square" .words=${`${t("polar.title")}: ${rows.map((r) => `${label(r.label)} ${percent(r.probability)}`).join(", ")}`}
      .draw=${() => this.option()}></emo-chart>`;
  }

  option() {
    const classes = Object.keys(this.probabilities).sort();
    const most = Math.max(...Object.values(this.probabilities));
    return {
      polar: { radius: ["9%", "72%"] },
      angleAxis: {
        type: "category",
        data: classes.map(label),
        axisLine: { lineStyle: { color: ink("grid") } },
        axisTick: { show: false },
        axisLabel: { color: ink("muted"), fontSize: 12 },
        splitLine: { show: true, lineStyle: { color: ink("grid") } },
      },
      radiusAxis: {
        min: 0,
        max: Math.min(1, Math.max(0.2, Math.ceil(most * 5) / 5)),
        splitNumber: 3,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { show: false },
        splitLine: { lineStyle: { color: ink("grid") } },
      },
      tooltip: { trigger: "item", formatter: ({ dataIndex, value }) => `${label(classes[dataIndex])}  ${percent(value)}` },
      series: [
        {
          type: "bar",
          coordinateSystem: "polar",
          barCategoryGap: "14%",
          data: classes.map((name) => ({
            value: this.probabilities[name],
            itemStyle: { color: colour(name, classes), borderRadius: 4 },
          })),
        },
      ],
    };
  }
}
customElements.define("emo-polar", Polar);
