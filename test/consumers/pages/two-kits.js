import { RfmQuadrant } from './kit/rfm-kit.js';

// As a Lit of the page's own would.
globalThis.trustedTypes?.createPolicy('lit-html', { createHTML: (html) => html });
await import('./other-kit/rfm-kit.js');
globalThis.firstKit = document.querySelector('rfm-quadrant') instanceof RfmQuadrant;
