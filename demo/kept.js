import { configure } from '../dist/cdn/rfm-kit.js';

/**
 * The kit lies beside the demo, where a service worker of the demo has no say over workers: `kit/` is a folder that only
 * it knows, with the same files in it. Where it has the page in its hands, workers are started from there.
 */
export function takeKept() {
  if (navigator.serviceWorker?.controller) configure({ assets: 'kit/' });
}

takeKept();
