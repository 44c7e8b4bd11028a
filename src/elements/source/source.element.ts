import { type CSSResult, css, html, type TemplateResult } from 'lit';
import type { Source } from '../../data/source';
import { SourceHolder } from '../source-holder';

/**
 * Holds one data source that the elements within it, and those that name its id, share. Shows nothing itself.
 *
 * @tag rfm-source
 * @slot - Elements that use this source, and anything else.
 * @fires rfm-progress - How far the load has come.
 * @fires rfm-load - The rows are in; carries the report.
 * @fires rfm-ready - The source can be asked.
 * @fires rfm-error - The load failed.
 */
export class RfmSource extends SourceHolder {
  static override styles: CSSResult = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** The source, once it is loaded. */
  get source(): Source | null {
    return this.loaded;
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-source': RfmSource;
  }
}
