// The shell: head, navigation, the view that the address names, and the foot with what this must not be used for.
import { html } from "lit";
import { Part } from "./part.js";
import * as api from "./api.js";
import { currentLanguage, LANGUAGES, load, store, t } from "./texts.js";
import { known } from "./memory.js";
import { icon } from "./icons.js";
import "./views/analyse.js";
import "./views/live.js";
import "./views/compare.js";
import "./views/history.js";
import "./views/about.js";

const TABS = [
  ["analyse", "#/"],
  ["live", "#/live"],
  ["compare", "#/compare"],
  ["history", "#/history"],
  ["about", "#/about"],
];

class App extends Part {
  static properties = { place: { state: true }, locked: { state: true }, wrong: { state: true }, ready: { state: true }, version: { state: true } };

  constructor() {
    super();
    this.place = this.read();
    addEventListener("hashchange", () => this.move());
    // A recording dropped beside its place must not replace the page.
    for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
    addEventListener("emo-locked", () => (this.locked = true));
    load()
      .then(() => known())
      .then(({ settings }) => {
        this.version = settings.version;
        this.locked = settings.tokenNeeded && !settings.loggedIn;
      })
      .catch(() => {})
      .finally(() => {
        document.getElementById("loading").remove();
        this.ready = true;
      });
  }

  /** The view and what follows it in the address. */
  read() {
    const [view, rest] = location.hash.replace(/^#\/?/, "").split("/");
    return { view: view || "analyse", rest: rest ?? "" };
  }

  async move() {
    const before = this.place.view;
    this.place = this.read();
    await this.updateComplete;
    document.title = `${t(`nav.${this.tab}`)} · Emotone`;
    if (before !== this.place.view && this.place.view !== "recordings") {
      this.querySelector("main h1")?.focus();
      scrollTo({ top: 0 });
    }
  }

  get tab() {
    const { view } = this.place;
    return view === "recordings" ? "analyse" : TABS.some(([name]) => name === view) ? view : "analyse";
  }

  render() {
    if (!this.ready) return html``;
    return html`<a class="skip" href="#main" @click=${this.skip}>${t("skip")}</a>
      <header class="head"><div class="frame">
        <a class="brand" href="#/"><img src="/web/img/icon.svg" alt="">Emotone</a>
        <nav class="tabs" aria-label=${t("nav.label")}>${TABS.map(([name, href]) => html`<a href=${href} aria-current=${this.tab === name ? "page" : "false"}>${t(`nav.${name}`)}</a>`)}</nav>
        <div class="settings">${this.language()}${this.theme()}</div>
      </div></header>
      <main id="main" class="frame" tabindex="-1">${this.locked ? this.lock() : this.view()}</main>
      ${this.foot()}`;
  }

  view() {
    return {
      analyse: () => html`<emo-analyse recording=""></emo-analyse>`,
      recordings: () => html`<emo-analyse recording=${this.place.rest}></emo-analyse>`,
      live: () => html`<emo-live></emo-live>`,
      compare: () => html`<emo-compare></emo-compare>`,
      history: () => html`<emo-history></emo-history>`,
      about: () => html`<emo-about></emo-about>`,
    }[this.place.view === "recordings" ? "recordings" : this.tab]();
  }

  skip(event) {
    event.preventDefault();
    this.querySelector("main").focus();
  }

  language() {
    return html`<label><span class="unseen">${t("language")}</span><select class="bare" @change=${this.choose}>
      ${Object.entries(LANGUAGES).map(([id, name]) => html`<option value=${id} lang=${id} ?selected=${id === currentLanguage()}>${name}</option>`)}
    </select></label>`;
  }

  async choose(event) {
    await load(event.target.value);
    store("emotone.language", event.target.value);
    document.title = `${t(`nav.${this.tab}`)} · Emotone`;
  }

  theme() {
    const dark = document.documentElement.dataset.theme === "dark";
    const other = dark ? "light" : "dark";
    const words = t(`theme.${other}`);
    return html`<button class="button plain" type="button" aria-label=${words} title=${words} @click=${() => this.paint(other)}>${icon(dark ? "sun" : "moon")}</button>`;
  }

  paint(theme) {
    document.documentElement.dataset.theme = theme;
    store("emotone.theme", theme);
    this.requestUpdate();
  }

  lock() {
    return html`<form class="lock" @submit=${this.open}><h1 tabindex="-1">${t("lock.title")}</h1><p class="muted">${t("lock.words")}</p>
      <label class="field"><span>${t("lock.token")}</span><input type="password" name="token" autocomplete="current-password" required></label>
      <p role="alert">${this.wrong ? t("lock.wrong") : ""}</p><button class="button primary">${t("lock.open")}</button></form>`;
  }

  async open(event) {
    event.preventDefault();
    try {
      await api.login(new FormData(event.target).get("token"));
      this.locked = false;
      this.version = (await known()).settings.version;
    } catch {
      this.wrong = true;
    }
  }

  foot() {
    return html`<footer class="foot"><div class="frame">
      <div><h2>${t("foot.forbidden")}</h2><p>${t("foot.words")}</p></div>
      <ul><li><a href="#/about">${t("nav.about")}</a></li><li><a href="/openapi.yaml">OpenAPI</a> · <a href="/asyncapi.yaml">AsyncAPI</a></li>
        <li class="muted">Emotone ${this.version ?? ""} · Apache-2.0</li></ul></div></footer>`;
  }
}
customElements.define("emo-app", App);
