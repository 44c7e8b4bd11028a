import { type CSSResult, css, html, type nothing, type TemplateResult } from 'lit';

/** One of several, as buttons in the line of the legend. */
export function picks<K extends string>(
  label: string,
  options: Readonly<Record<K, string>>,
  current: K,
  pick: (key: K) => void,
): TemplateResult {
  const keys = Object.keys(options) as K[];
  return html`<span class="picks" role="group" aria-label=${label}>
    ${keys.map(
      (key) =>
        html`<button type="button" aria-pressed=${key === current} @click=${() => pick(key)}>${options[key]}</button>`,
    )}
  </span>`;
}

/** One of several, as a list to choose from; `name` is for those who do not see it. */
export function pickList<K extends string>(
  part: string | typeof nothing,
  name: string,
  options: Readonly<Partial<Record<K, string>>>,
  current: K,
  pick: (key: K) => void,
): TemplateResult {
  const keys = Object.keys(options) as K[];
  const onChange = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const chosen = keys.find((key) => key === value);
    if (chosen !== undefined) pick(chosen);
  };
  return html`<select part=${part} aria-label=${name} @change=${onChange}>
    ${keys.map((key) => html`<option value=${key} .selected=${key === current}>${options[key]}</option>`)}
  </select>`;
}

export const pickStyles: CSSResult = css`
  .legend .picks {
    display: inline-flex;
    gap: 2px;
    margin-inline-end: 8px;
  }
  .legend .picks button {
    text-decoration: none;
  }
  .legend .picks button[aria-pressed='true'] {
    background: var(--_grid);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .legend .picks button[aria-pressed='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
