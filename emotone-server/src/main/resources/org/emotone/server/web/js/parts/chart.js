import { html } from "lit";
import * as echarts from "echarts";
import { Part } from "../part.js";
import { ink, onTheme, still } from "../colours.js";
import { t } from "../texts.js";

/**
 * A chart of ECharts with what it shows as words and as a table, for those who do not see it.
 *
 * draw() gives the option for the theme of the moment; table is {head: [...], rows: [[...]]}.
 */
class Chart extends Part {
  static properties = { draw: { attribute: false }, words: {}, table: { attribute: false }, kind: {} };

  render() {
    return html`
      <div class="chart ${this.kind ?? ""}" role="img" aria-label=${this.words ?? ""}></div>
      ${this.table ? html`<details><summary>${t("chart.table")}</summary>${dataTable(this.table, this.words)}</details>` : ""}`;
  }

  updated() {
    this.plot();
  }

  connectedCallback() {
    super.connectedCallback();
    this.endTheme = onTheme(() => this.plot());
    this.sizes = new ResizeObserver(() => this.chart?.resize());
    this.updateComplete.then(() => this.isConnected && this.sizes.observe(this.querySelector(".chart")));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endTheme();
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = null;
  }

  plot() {
    if (!this.draw || !this.isConnected) return;
    this.chart ??= echarts.init(this.querySelector(".chart"), null, { renderer: "canvas" });
    this.chart.setOption({ animation: !still(), animationDuration: 250, ...basics(), ...this.draw() }, { notMerge: true });
  }
}
customElements.define("emo-chart", Chart);

/** A table that scrolls by itself and can be reached by keyboard. */
export function dataTable({ head, rows }, name) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${name}><table>
    <thead><tr>${head.map((cell, i) => html`<th scope="col" class=${i ? "number" : ""}>${cell}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => html`<td class=${i ? "number" : ""}>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function basics() {
  return {
    useUTC: true,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink("muted") },
    // Drawn on the canvas: the policy of the page forbids the styles that ECharts would write into HTML.
    tooltip: {
      renderMode: "richText",
      backgroundColor: ink("text"),
      borderWidth: 0,
      padding: [8, 12],
      textStyle: { color: ink("page"), fontSize: 13 },
    },
  };
}

/** An axis of seconds; ECharts counts in milliseconds, and stacks along axes of time only. */
export const timeAxis = (from, to, name) => ({
  type: "time",
  min: 1000 * from,
  max: 1000 * to,
  axisLine: { lineStyle: { color: ink("quiet") } },
  axisTick: { show: false },
  axisLabel: { color: ink("muted"), fontSize: 12, hideOverlap: true, formatter: (value) => name(value / 1000) },
  splitLine: { show: false },
});

/** An axis of shares. */
export const shareAxis = (format) => ({
  type: "value",
  min: 0,
  max: 1,
  interval: 0.5,
  axisLabel: { color: ink("muted"), fontSize: 12, formatter: format },
  splitLine: { lineStyle: { color: ink("grid") } },
});
