// One scatter of all customers by three libraries, for test/bench/drawing.bench.ts.
import { openSource } from '/kit/rfm-kit.js';

const [width, height] = [900, 500];
let source;
let points;

/** Loads the rows and reckons the figures that all three draw. */
async function load(path, mapping) {
  source = await openSource(await (await fetch(path)).blob(), mapping);
  const { table } = await source.rfm();
  const [x, y] = ['recency_days', 'frequency'].map((name) => table.getChild(name).toArray());
  points = { x, y };
  return x.length;
}

/** Two frames on: what has been put on the page is painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function drawn(draw) {
  const begun = performance.now();
  const node = await draw();
  await painted();
  const ms = performance.now() - begun;
  node.remove();
  await painted();
  return { ms };
}

const kit = () =>
  drawn(async () => {
    const chart = document.createElement('rfm-scatter');
    chart.style.cssText = `display: block; width: ${width}px; height: ${height}px`;
    chart.source = source;
    document.body.append(chart);
    await chart.ready;
    return chart;
  });

const plot = () =>
  drawn(async () => {
    const { Plot } = window;
    const { x, y } = points;
    const chart = Plot.plot({ width, height, marks: [Plot.dot({ length: x.length }, { x, y, r: 1.5 })] });
    document.body.append(chart);
    return chart;
  });

const echarts = () =>
  drawn(async () => {
    const node = document.createElement('div');
    node.style.cssText = `width: ${width}px; height: ${height}px`;
    document.body.append(node);
    const { x, y } = points;
    const data = new Float64Array(2 * x.length);
    for (let i = 0; i < x.length; i += 1) data.set([x[i], y[i]], 2 * i);
    const chart = window.echarts.init(node);
    const finished = new Promise((resolve) => chart.on('finished', resolve));
    chart.setOption({
      animation: false,
      xAxis: {},
      yAxis: {},
      series: [{ type: 'scatter', large: true, symbolSize: 3, data, progressive: 0 }],
    });
    await finished;
    return node;
  });

Object.assign(window, { bench: { load, kit, plot, echarts } });
