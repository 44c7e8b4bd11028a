import { html, nothing, type TemplateResult } from 'lit';

/** A part of the dashboard: the chart it shows unless the page puts another in its slot. */
interface Part {
  name: string;
  /** Over the whole width, however wide that is. */
  wide: boolean;
  /** Nothing where the dashboard itself shows it. */
  chart: TemplateResult | typeof nothing;
}

/** All parts in their order. */
export const PARTS: readonly Part[] = [
  { name: 'findings', wide: true, chart: nothing },
  { name: 'filter', wide: true, chart: html`<rfm-filter></rfm-filter>` },
  { name: 'kpis', wide: true, chart: html`<rfm-kpis></rfm-kpis>` },
  { name: 'scatter', wide: false, chart: html`<rfm-scatter></rfm-scatter>` },
  { name: 'segments', wide: false, chart: html`<rfm-segments></rfm-segments>` },
  { name: 'quadrant', wide: false, chart: html`<rfm-quadrant></rfm-quadrant>` },
  { name: 'migration', wide: false, chart: html`<rfm-migration></rfm-migration>` },
  { name: 'pareto', wide: false, chart: html`<rfm-pareto></rfm-pareto>` },
  { name: 'flow', wide: false, chart: html`<rfm-flow></rfm-flow>` },
  { name: 'cohorts', wide: true, chart: html`<rfm-cohorts></rfm-cohorts>` },
  { name: 'customers', wide: true, chart: html`<rfm-customers></rfm-customers>` },
  { name: 'whatif', wide: false, chart: html`<rfm-whatif></rfm-whatif>` },
  { name: 'weights', wide: false, chart: html`<rfm-weights></rfm-weights>` },
];

/** The parts asked for by name, in that order, and names that are none; all of them where nothing is asked for. */
export function partsFor(show: string | null | undefined): { parts: readonly Part[]; unknown: string[] } {
  const names = (show ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) return { parts: PARTS, unknown: [] };
  const found = names.map((name) => PARTS.find((part) => part.name === name));
  return {
    parts: found.filter((part): part is Part => part !== undefined),
    unknown: names.filter((_, i) => !found[i]),
  };
}
