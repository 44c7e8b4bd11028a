import { type CSSResult, css } from 'lit';

/** Fields and questions. */
export const formStyles: CSSResult = css`
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    min-inline-size: 0;
    padding: 0;
    border: none;
  }
  legend {
    padding: 0;
    margin-block-end: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 130px), 1fr));
    align-items: start;
    gap: 12px;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 3px;
    min-inline-size: 0;
  }
  .field > span {
    font-size: 12px;
    color: var(--_muted);
  }
  .field select {
    inline-size: 100%;
    min-inline-size: 0;
    padding-inline: 8px;
    text-overflow: ellipsis;
  }
  .invalid select {
    border-color: var(--_fall);
    box-shadow: inset 0 0 0 1px var(--_fall);
  }
  .invalid small,
  .alarm {
    color: var(--_fall);
  }
  .question {
    padding: 12px 14px;
    border: 1px solid var(--_axis);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .question legend {
    float: inline-start;
    inline-size: 100%;
    margin: 0;
  }
  .question.invalid {
    border-inline-start-color: var(--_fall);
  }
  .question.invalid .small {
    color: var(--_fall);
  }
  .answers,
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
  }
  .answers label,
  .checks label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .checks {
    max-block-size: 180px;
    overflow: auto;
    padding: 8px 2px 2px;
  }
  input[type='radio'],
  input[type='checkbox'] {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  summary {
    cursor: pointer;
    min-block-size: 28px;
    padding: 4px 0;
    overflow-wrap: anywhere;
  }
  summary .found {
    margin-inline-start: 10px;
    font-size: 12px;
    color: var(--_muted);
  }
  details > .fields {
    padding-block: 8px;
  }
`;
