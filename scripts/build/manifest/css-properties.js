/** What each custom property is for, by its name; the first that fits. */
const MEANINGS = [
  [/^font$/, 'Font of everything but what the page sets by parts; that of the place by default.'],
  [/^radius$/, 'Radius of corners.'],
  [/^space$/, 'The step that distances are multiples of.'],
  [/^text$/, 'Colour of text.'],
  [/^muted$/, 'Colour of secondary text.'],
  [/^surface$/, 'Background of the card.'],
  [/^border$/, 'Line around the card.'],
  [/^grid$/, 'Colour of grid lines.'],
  [/^axis$/, 'Colour of axes.'],
  [/^accent$/, 'Colour of controls and of what is pointed at.'],
  [/^ghost$/, 'Colour of what is not selected.'],
  [/^neutral$/, 'Colour of marks that mean no class.'],
  [/^tier-(\w+)$/, (name) => `Colour of ${name} customers.`],
  [/^segment-([\w-]+)$/, (name) => `Colour of the segment ${name}.`],
  [/^class-(\w)$/, (name) => `Colour of class ${name.toUpperCase()}.`],
  [/^seq-(\d)$/, (step) => `Step ${step} of the sequential ramp, from low to high.`],
  [/^on-seq-(\d)$/, (step) => `Colour of text on step ${step} of the sequential ramp.`],
  [/^div-([\w-]+)$/, (step) => `Step ${step} of the diverging ramp.`],
  [/^on-div-([\w-]+)$/, (step) => `Colour of text on step ${step} of the diverging ramp.`],
  [/^rise$/, 'Colour of what has risen.'],
  [/^fall$/, 'Colour of what has fallen.'],
  [/^fresh$/, 'Colour of what is new.'],
];

/** A sentence for a custom property; empty where none is known, which fails the check of the documents. */
export function describeCssProperty(property) {
  const name = property.replace(/^--rfm-/, '');
  for (const [pattern, meaning] of MEANINGS) {
    const match = pattern.exec(name);
    if (match) return typeof meaning === 'string' ? meaning : meaning(match[1]);
  }
  return '';
}
