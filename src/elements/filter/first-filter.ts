import type { Filter } from '../../compute/results';
import { RfmError } from '../../util/rfm-error';

/** How a filter is asked for in attributes. */
interface Asked {
  from?: string | null | undefined;
  to?: string | null | undefined;
  /** `column=value, …`; values of one column are any of them. */
  only?: string | null | undefined;
}

/** The filter that attributes ask for, null where they ask for none; throws `invalid-option` for what names no column. */
export function firstFilter({ from, to, only }: Asked): Filter | null {
  const dimensions: Record<string, string[]> = {};
  for (const part of (only ?? '').split(',').filter((text) => text.trim())) {
    const at = part.indexOf('=');
    const column = part.slice(0, at).trim();
    if (at < 0 || !column)
      throw new RfmError('invalid-option', `only: “${part.trim()}” is no “column=value”.`, {
        details: { option: 'only' },
      });
    dimensions[column] = [...(dimensions[column] ?? []), part.slice(at + 1).trim()];
  }
  const wanted: Filter = {
    ...(from && { from }),
    ...(to && { to }),
    ...(Object.keys(dimensions).length > 0 && { dimensions }),
  };
  return Object.keys(wanted).length > 0 ? wanted : null;
}
