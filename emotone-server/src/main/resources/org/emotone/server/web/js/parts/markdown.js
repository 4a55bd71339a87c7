import { html } from "lit";
import { lexer } from "marked";

/** Markdown as a template: what stands in it becomes text, never markup, so that a card from anywhere is safe to show. */
export const markdown = (text, deepest = 2) => lexer(text).map((token) => block(token, deepest));

function block(token, deepest) {
  switch (token.type) {
    case "heading":
      return token.depth + deepest - 1 <= 2 ? html`<h2>${inline(token.tokens)}</h2>` : html`<h3>${inline(token.tokens)}</h3>`;
    case "paragraph":
      return html`<p>${inline(token.tokens)}</p>`;
    case "list":
      return html`<ul>${token.items.map((item) => html`<li>${item.tokens.map((one) => (one.tokens ? inline(one.tokens) : one.text))}</li>`)}</ul>`;
    case "table":
      return html`<div class="scroll flat" tabindex="0" role="region" aria-label=${token.header.map((cell) => cell.text).join(", ")}><table>
        <thead><tr>${token.header.map((cell, i) => html`<th scope="col" class=${align(token, i)}>${cell.text ? inline(cell.tokens) : html`<span class="unseen">–</span>`}</th>`)}</tr></thead>
        <tbody>${token.rows.map((row) => html`<tr>${row.map((cell, i) => html`<td class=${align(token, i)}>${inline(cell.tokens)}</td>`)}</tr>`)}</tbody></table></div>`;
    case "code":
      return html`<pre><code>${token.text}</code></pre>`;
    default:
      return token.tokens ? inline(token.tokens) : "";
  }
}

const align = (token, column) => (token.align[column] === "right" ? "number" : "");

const inline = (tokens) =>
  tokens.map((token) => {
    const inner = () => (token.tokens ? inline(token.tokens) : token.text);
    if (token.type === "strong") return html`<strong>${inner()}</strong>`;
    if (token.type === "em") return html`<em>${inner()}</em>`;
    if (token.type === "codespan") return html`<code>${token.text}</code>`;
    return inner();
  });
