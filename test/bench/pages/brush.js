// Brushes the scatter and waits for all charts of the source, for test/bench/brush.bench.ts, which calls these.
import '/kit/rfm-kit.js';

if (location.search === '?eight')
  for (const name of ['kpis', 'flow', 'segments', 'migration']) {
    const chart = document.createElement(`rfm-${name}`);
    chart.setAttribute('source', 'shop');
    document.body.append(chart);
  }

const charts = [...document.querySelectorAll('[source]')];
const [scatter] = charts;
const inside = (chart, selector) => chart.shadowRoot.querySelector(selector);

window.bench = { load, brush, pan };

/** Loads a file; resolves to the number of customers once all pictures stand. */
async function load(address) {
  const holder = document.querySelector('rfm-source');
  holder.src = address;
  await holder.updateComplete;
  const source = await holder.ready;
  await Promise.all(charts.map((chart) => chart.ready));
  // A pointer enters each plane once before it brushes.
  inside(scatter, '.stage').dispatchEvent(new PointerEvent('pointerenter'));
  await source.prepare('rfm');
  return source.report.customers;
}

/** Drags a rectangle, given in shares of the plot; resolves to the ms from its end until all charts show what lies in it. */
async function brush(from, to) {
  const plot = inside(scatter, '.plot');
  const { left, top, width, height } = plot.getBoundingClientRect();
  const send = (type, [x, y]) =>
    plot.dispatchEvent(
      new PointerEvent(type, {
        clientX: left + x * width,
        clientY: top + y * height,
        bubbles: true,
        composed: true,
        isPrimary: true,
        pointerId: 1,
      }),
    );
  send('pointerdown', from);
  send('pointermove', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  send('pointermove', to);
  await new Promise(requestAnimationFrame);
  const before = inside(scatter, '.chip .what')?.textContent;
  const begun = performance.now();
  send('pointerup', to);
  const end = await allShow(before);
  return { ms: end - begun, said: inside(scatter, '.chip .what')?.textContent };
}

/** Resolves when all charts show the same choice, be it nobody, and another than before. */
function allShow(before) {
  const said = (chart) => inside(chart, '.chip .what')?.textContent;
  return new Promise((resolve) => {
    const look = () => {
      const now = said(scatter);
      if (now === before || charts.some((chart) => said(chart) !== now)) return;
      observer.disconnect();
      resolve(performance.now());
    };
    const observer = new MutationObserver(look);
    for (const chart of charts) {
      observer.observe(chart.shadowRoot, { childList: true, characterData: true, subtree: true });
    }
  });
}

/**
 * Zooms in and pans by the hand tool for some frames; resolves to the ms of each frame's work, and whether one of them
 * left the canvas blank.
 */
async function pan(frames) {
  const plot = inside(scatter, '.plot');
  plot.focus();
  const key = (name, shiftKey = false) =>
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true }));
  const times = [];
  let blank = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    const begun = performance.now();
    if (frame < 4) nearer(plot);
    else key(frame % 20 < 10 ? 'ArrowRight' : 'ArrowLeft', true);
    await scatter.updateComplete;
    times.push(performance.now() - begun);
    if (isBlank(inside(scatter, 'canvas'))) blank += 1;
    await new Promise(requestAnimationFrame);
  }
  key('0');
  await scatter.updateComplete;
  return { times, blank };
}

/** Zooms towards the recent customers with few orders, of whom there are always some. */
function nearer(plot) {
  const { left, top, width, height } = plot.getBoundingClientRect();
  const at = { clientX: left + 0.9 * width, clientY: top + 0.8 * height };
  plot.dispatchEvent(
    new WheelEvent('wheel', { ...at, deltaY: -40, ctrlKey: true, bubbles: true, cancelable: true }),
  );
}

function isBlank(canvas) {
  const small = document.createElement('canvas');
  small.width = 64;
  small.height = 64;
  const context = small.getContext('2d', { willReadFrequently: true });
  context.drawImage(canvas, 0, 0, 64, 64);
  return context.getImageData(0, 0, 64, 64).data.every((value) => value === 0);
}
