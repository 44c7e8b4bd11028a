import type { PlaneWords } from './words-plane';

/** Of planes, in English. */
export const enPlane: PlaneWords = {
  tools: 'Tools of the chart',
  box: 'Select by a rectangle (Shift adds)',
  lasso: 'Select by a line drawn around customers (Shift adds)',
  pan: 'Move the view',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Show all',
  undo: 'Put the lines back',
  keys: 'Plus and minus zoom, 0 shows all, Shift and arrow keys move the view.',
  move: 'Enter takes hold, arrow keys move, Delete puts back.',
  threshold: (one, other) => `Threshold between ${one} and ${other}`,
  split: (measure) => `Split of ${measure.charAt(0).toLowerCase()}${measure.slice(1)}`,
  lassoed: 'Drawn around',
  crowd: (count, f) => `${f.count(count)} ${count === 1 ? 'customer' : 'customers'} here`,
  density: 'The stronger a colour, the more customers.',
  closer: 'Zoom in to see each.',
};
