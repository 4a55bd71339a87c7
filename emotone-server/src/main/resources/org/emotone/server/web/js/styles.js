import { noChange } from "lit";
import { Directive, directive } from "lit/directive.js";

/** Sets styles one by one: the policy of the page forbids the style attributes that Lit's own styleMap begins with. */
class Styles extends Directive {
  update({ element }, [styles]) {
    for (const name of this.names ?? []) if (!(name in styles)) element.style.removeProperty(name);
    for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
    this.names = Object.keys(styles);
    return noChange;
  }

  render() {
    return noChange;
  }
}

export const styles = directive(Styles);
