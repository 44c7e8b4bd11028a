import type { Wanted } from '../compute/wanted';
import { double, identifier, literal } from './identifier';

/** A condition that holds where each column is as wanted. The columns are known ones; the values may be anything. */
export function condition(where: Readonly<Record<string, Wanted>>): string {
  const parts = Object.entries(where).map(([column, wanted]) => clause(identifier(column), wanted));
  return parts.length > 0 ? parts.join(' AND ') : 'true';
}

function clause(column: string, wanted: Wanted): string {
  if (wanted === null) return `${column} IS NULL`;
  if (typeof wanted === 'string' || typeof wanted === 'number') return `${column} = ${value(wanted)}`;
  if (isList(wanted)) return wanted.length > 0 ? `${column} IN (${wanted.map(value).join(', ')})` : 'false';
  const bounds = [
    ...(wanted.min === undefined ? [] : [`${column} >= ${double(wanted.min)}`]),
    ...(wanted.max === undefined ? [] : [`${column} <= ${double(wanted.max)}`]),
  ];
  return bounds.length > 0 ? bounds.join(' AND ') : 'true';
}

function isList(wanted: object): wanted is readonly (string | number)[] {
  return Array.isArray(wanted);
}

function value(wanted: string | number): string {
  return typeof wanted === 'number' ? double(wanted) : literal(wanted);
}
