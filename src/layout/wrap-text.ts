import type { Measure } from './shapes';

/** `text` in lines no wider than `width`: broken at spaces, and anywhere where a word alone is too wide or has none. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  measure: Measure,
  weight: 400 | 600 = 400,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const longer = line + piece;
    if (line === '' || measure(longer.trimEnd(), size, weight) <= width) {
      line = longer;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines.flatMap((whole) => broken(whole, width, size, measure, weight));
}

/** `text` cut to `width` with an ellipsis, or as it is where it fits. */
export function fitText(
  text: string,
  width: number,
  size: number,
  measure: Measure,
  weight: 400 | 600 = 400,
): string {
  if (measure(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && measure(`${characters.join('')}…`, size, weight) > width) characters.pop();
  return characters.length > 0 ? `${characters.join('').trimEnd()}…` : '';
}

/** Words with the space behind them; wide scripts break between any two characters, save before what closes. */
function pieces(text: string): string[] {
  return (
    text.match(
      /(?:[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+)[、。〉》」』】！），：；？]*\s*|\s+/gu,
    ) ?? []
  );
}

function broken(line: string, width: number, size: number, measure: Measure, weight: 400 | 600): string[] {
  if (measure(line, size, weight) <= width) return [line];
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (part && measure(part + character, size, weight) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  if (part) parts.push(part);
  return parts;
}
