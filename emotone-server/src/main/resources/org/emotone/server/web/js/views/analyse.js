import { html } from "lit";
import { Part } from "../part.js";
import { result } from "../memory.js";
import { t } from "../texts.js";
import { errorNotice } from "../parts/extras.js";
import "../parts/intake.js";
import "../parts/result.js";

/** One recording: from dropping it to everything that is heard in it. */
class Analyse extends Part {
  static properties = { recording: {}, result: { state: true }, problem: { state: true } };

  willUpdate(changes) {
    if (changes.has("recording") && this.recording !== this.result?.id) void this.open();
  }

  async open() {
    this.problem = null;
    this.result = null;
    if (!this.recording) return;
    try {
      this.show(await result(this.recording));
    } catch (problem) {
      this.problem = problem;
    }
  }

  async show(heard) {
    this.result = heard;
    await this.updateComplete;
    await this.querySelector("emo-result")?.updateComplete;
    this.querySelector("h1")?.focus();
    scrollTo({ top: 0 });
  }

  heard(event) {
    const { result: fresh } = event.detail;
    if (fresh.stored) location.hash = `#/recordings/${fresh.id}`;
    else void this.show(fresh);
  }

  render() {
    if (this.problem) return html`${errorNotice(this.problem, html`<a class="button small" href="#/">${t("nav.analyse")}</a>`)}`;
    if (this.result) {
      return html`<p class="back"><a class="button small" href="#/" @click=${() => (this.result = null)}>${t("result.another")}</a></p>
        <emo-result .result=${this.result}></emo-result>`;
    }
    if (this.recording) return html`<p class="loading" role="status">${t("loading")}</p>`;
    return html`<div class="view-head"><h1 tabindex="-1">${t("analyse.title")}</h1><p class="lede">${t("analyse.lede")}</p></div>
      <emo-intake @heard=${this.heard}></emo-intake>`;
  }
}
customElements.define("emo-analyse", Analyse);
