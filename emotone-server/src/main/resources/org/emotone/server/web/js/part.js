// What all components have in common: no shadow tree, so that one style sheet serves them, and texts that follow the language.
import { LitElement } from "lit";
import { onTexts } from "./texts.js";

export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.endTexts = onTexts(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endTexts?.();
  }

  /** Tells those above, with a detail. */
  tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
