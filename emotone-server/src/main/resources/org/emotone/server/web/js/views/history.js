import { html } from "lit";
import { styles } from "../styles.js";
import { repeat } from "lit/directives/repeat.js";
import { Part } from "../part.js";
import * as api from "../api.js";
import { forget, forgetAll, known } from "../memory.js";
import { date, label, number, percent, seconds, t } from "../texts.js";
import { paint } from "../colours.js";
import { icon } from "../icons.js";
import { errorNotice } from "../parts/extras.js";

/** What was recognised before: to search, to open again and to delete. */
class History extends Part {
  static properties = { rows: { state: true }, next: { state: true }, query: { state: true }, problem: { state: true }, doomed: { state: true }, said: { state: true }, server: { state: true } };

  constructor() {
    super();
    this.query = "";
    this.said = "";
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    known().then((server) => (this.server = server), () => {});
  }

  async load(after) {
    const query = this.query;
    try {
      const page = await api.history({ limit: 50, ...(query ? { q: query } : {}), ...(after ? { after } : {}) });
      if (query !== this.query) return;
      this.rows = after ? [...this.rows, ...page.recognitions] : page.recognitions;
      this.next = page.next;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="view-head"><h1 tabindex="-1">${t("history.title")}</h1><p class="lede">${this.kept()}</p></div>
      ${this.problem ? errorNotice(this.problem, html`<button class="button small" type="button" @click=${() => this.load()}>${t("intake.again")}</button>`) : ""}
      <p class="unseen" role="status">${this.said}</p>
      <div class="history-bar"><label class="field grow"><span>${t("history.search")}</span><input type="search" .value=${this.query} @input=${this.search} maxlength="200"></label>
        ${this.rows?.length ? html`<button class="button bad" type="button" @click=${() => this.doom("all")}>${icon("trash")} ${t("history.all")}</button>` : ""}</div>
      ${this.rows ? this.list() : this.problem ? "" : html`<p class="loading" role="status">${t("loading")}</p>`}
      ${this.next ? html`<p class="centred row"><button class="button" type="button" @click=${() => this.load(this.next)}>${t("history.more")}</button></p>` : ""}
      ${this.question()}`;
  }

  kept() {
    const settings = this.server?.settings;
    if (!settings) return " ";
    const days = settings.retentionDays ? t("history.days", { days: number(settings.retentionDays) }) : "";
    return `${t(settings.audioKept ? "history.audio" : "history.noaudio")} ${days} ${settings.historyKept ? "" : t("history.process")}`;
  }

  list() {
    if (!this.rows.length) {
      return html`<p class="card muted">${this.query ? t("history.nothing", { query: this.query }) : html`${t("history.empty")} <a href="#/">${t("nav.analyse")}</a>`}</p>`;
    }
    return html`<ul class="history">${repeat(this.rows, (row) => row.id, (row) => html`<li class="card">
      <span class="swatch ${row.certain ? "" : "faint"}" style=${styles({ background: paint(row.emotion) })}></span>
      <a class="history-name" href="#/recordings/${row.id}">${row.file}</a>
      <span class="history-heard">${row.certain ? label(row.emotion) : `${t("gauge.uncertain")} (${label(row.emotion)})`} <span class="muted">${percent(row.confidence)}</span></span>
      <span class="muted small history-facts">${date(row.created)} · ${seconds(row.seconds)} · ${row.model.split("@")[0]}${row.feedback ? ` · ${t("history.feedback", { emotion: label(row.feedback) })}` : ""}</span>
      <button class="button plain small" type="button" aria-label=${t("history.delete", { file: row.file })} @click=${() => this.doom(row)}>${icon("trash")}</button></li>`)}</ul>`;
  }

  search(event) {
    this.query = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), 250);
  }

  async doom(what) {
    this.doomed = what;
    this.asker = document.activeElement;
    await this.updateComplete;
    this.querySelector("dialog").showModal();
  }

  question() {
    if (!this.doomed) return "";
    const words = this.doomed === "all" ? t("history.all.sure") : t("history.sure", { file: this.doomed.file });
    return html`<dialog class="card" aria-labelledby="sure" @close=${this.leave}><h2 id="sure">${words}</h2><p class="muted">${t("history.gone")}</p>
      <div class="row"><button class="button bad" type="button" @click=${this.remove}>${icon("trash")} ${t("history.yes")}</button>
      <button class="button" type="button" autofocus @click=${() => this.querySelector("dialog").close()}>${t("record.cancel")}</button></div></dialog>`;
  }

  leave() {
    this.doomed = null;
    (this.asker?.isConnected ? this.asker : this.querySelector("input")).focus();
  }

  async remove() {
    const what = this.doomed;
    this.querySelector("dialog").close();
    try {
      if (what === "all") {
        await api.removeAll();
        forgetAll();
        this.said = t("history.done.all");
      } else {
        await api.remove(what.id);
        forget(what.id);
        this.said = t("history.done", { file: what.file });
      }
      await this.load();
    } catch (problem) {
      this.problem = problem;
    }
  }
}
customElements.define("emo-history", History);
