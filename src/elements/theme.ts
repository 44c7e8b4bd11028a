import { type CSSResult, css, unsafeCSS } from 'lit';
import type { Tone } from '../layout/shapes';

/**
 * Every tone on a light and on a dark page. Text at least 4.5:1 on its surface, marks 3:1; tiers keep an OKLab
 * distance of 0.10 under protan, deutan and tritan vision. Hosts set `--rfm-<tone>` to replace one.
 */
const PALETTE: Record<Tone, readonly [light: string, dark: string]> = {
  text: ['#1b2430', '#e8ecf1'],
  muted: ['#5a6572', '#a3aebb'],
  grid: ['#1b243018', '#e8ecf11c'],
  axis: ['#1b24304d', '#e8ecf159'],
  surface: ['#ffffff', '#14181f'],
  accent: ['#1c4f9c', '#5b9dff'],
  ghost: ['#1b24302e', '#e8ecf12e'],
  neutral: ['#85909c', '#8a95a3'],
  'tier-platinum': ['#1c4f9c', '#5b9dff'],
  'tier-gold': ['#c08400', '#f2c14e'],
  'tier-iron': ['#a33a1c', '#e2714a'],
  'tier-lead': ['#85909c', '#8a95a3'],
  'segment-champions': ['#123f86', '#a9cbff'],
  'segment-loyal': ['#2f6fc4', '#5b9dff'],
  'segment-potential-loyalist': ['#6a9be0', '#3f78cf'],
  'segment-new': ['#0b7f80', '#63d8d2'],
  'segment-promising': ['#3a9e9a', '#2f9e9b'],
  'segment-need-attention': ['#9c6500', '#ffd27a'],
  'segment-about-to-sleep': ['#cb9222', '#c48d2c'],
  'segment-cant-lose': ['#8f2410', '#ff9c7a'],
  'segment-at-risk': ['#d6552b', '#e2603b'],
  'segment-hibernating': ['#65707c', '#aeb8c4'],
  'segment-lost': ['#8d97a3', '#76818e'],
  'class-a': ['#1c4f9c', '#5b9dff'],
  'class-b': ['#6a9be0', '#3f78cf'],
  'class-c': ['#85909c', '#8a95a3'],
  'seq-1': ['#e6effa', '#182c49'],
  'seq-2': ['#c9dcf4', '#1d3d6b'],
  'seq-3': ['#a3c3ec', '#25508d'],
  'seq-4': ['#76a3e0', '#3167b4'],
  'seq-5': ['#3c77c4', '#4a86d8'],
  'seq-6': ['#275fae', '#79abf0'],
  'seq-7': ['#123f86', '#b4d2ff'],
  'on-seq-1': ['#1b2430', '#e8ecf1'],
  'on-seq-2': ['#1b2430', '#e8ecf1'],
  'on-seq-3': ['#1b2430', '#ffffff'],
  'on-seq-4': ['#10171f', '#ffffff'],
  'on-seq-5': ['#ffffff', '#0b1017'],
  'on-seq-6': ['#ffffff', '#0b1017'],
  'on-seq-7': ['#ffffff', '#0b1017'],
  'div-1': ['#b23a17', '#ff9c7a'],
  'div-2': ['#dd7a55', '#b85030'],
  'div-3': ['#f3c3ae', '#6b3527'],
  'div-4': ['#eef0f3', '#2a313b'],
  'div-5': ['#bcd2f0', '#27456f'],
  'div-6': ['#6f9bdc', '#3a6fc2'],
  'div-7': ['#1c4f9c', '#a9cbff'],
  'on-div-1': ['#ffffff', '#0b1017'],
  'on-div-2': ['#10171f', '#ffffff'],
  'on-div-3': ['#1b2430', '#ffffff'],
  'on-div-4': ['#1b2430', '#e8ecf1'],
  'on-div-5': ['#1b2430', '#ffffff'],
  'on-div-6': ['#10171f', '#ffffff'],
  'on-div-7': ['#ffffff', '#0b1017'],
  rise: ['#1c4f9c', '#5b9dff'],
  fall: ['#c1431f', '#ee7a52'],
  fresh: ['#0b7f80', '#63d8d2'],
};

const lines = Object.entries(PALETTE).map(
  ([tone, [light, dark]]) => `--_${tone}: var(--rfm-${tone}, light-dark(${light}, ${dark}));`,
);

/** The tones as private variables of a host, following its `theme`, the page's colour scheme and forced colours. */
export const theme: CSSResult = css`
  :host {
    ${unsafeCSS(lines.join('\n'))}
    --_on-accent: var(--_surface);
    --_radius: var(--rfm-radius, 6px);
    --_space: var(--rfm-space, 4px);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  @media (forced-colors: active) {
    :host {
      --_text: CanvasText;
      --_muted: CanvasText;
      --_grid: color-mix(in srgb, CanvasText 25%, Canvas);
      --_axis: CanvasText;
      --_surface: Canvas;
      --_accent: Highlight;
      --_on-accent: HighlightText;
    }
  }
`;
