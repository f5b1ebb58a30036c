import { CONTENT_FIELDS } from './definition.ts';

type Field = (typeof CONTENT_FIELDS)[number];

/**
 * The fields a file carries as bits of one number, the first of CONTENT_FIELDS being bit 0: small enough to keep for every
 * item. A field that is not in it was absent from the file: what is there is kept.
 */
export function givenMask(fields: readonly Field[]): number {
  let mask = 0;
  for (const field of fields) mask |= 1 << CONTENT_FIELDS.indexOf(field);
  return mask;
}

/** The fields again, in the order of CONTENT_FIELDS. */
export function givenFields(mask: number): Field[] {
  return CONTENT_FIELDS.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
