import { CONTENT_FIELDS } from '#domain/definition.ts';
import type { Carriage, CarriedField } from './format.ts';

/** Every field a file may carry, in the order of our own format. */
export const CARRIED_FIELDS: readonly CarriedField[] = ['id', ...CONTENT_FIELDS, 'version'];

/** What a format carries: everything, except where it says otherwise. */
export function fidelity(
  exceptions: Partial<Record<CarriedField, Carriage>> = {},
): Readonly<Record<CarriedField, Carriage>> {
  const all = CARRIED_FIELDS.map((field): [CarriedField, Carriage] => [field, exceptions[field] ?? 'carried']);
  return Object.fromEntries(all) as Record<CarriedField, Carriage>;
}
