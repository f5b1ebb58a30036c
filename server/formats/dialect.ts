import { errorColumnOf } from './error-columns.ts';
import { fieldTarget, foldName } from './field-names.ts';
import { asNlSbb, isNlSbbColumn } from './nl-sbb-columns.ts';

type Dialect = 'own' | 'error_file' | 'predecessor' | 'nl_sbb' | 'geonovum' | 'other';

/** Whose table it is, by the names of its columns. */
export function dialectOf(names: readonly string[]): Dialect {
  const folded = names.map(foldName);
  if (folded.some((name) => errorColumnOf(name) === 'rowId')) return 'error_file';
  if (names.some((name) => fieldTarget(name)?.target.field === 'schemaVersion')) return 'own';
  if (folded.some(isNlSbbColumn)) return 'nl_sbb';
  if (asNlSbb(folded).some(isNlSbbColumn)) return 'geonovum';
  const has = (name: string) => folded.includes(name);
  const isPredecessor = has('begrip') && has('definitie') && (has('organisatorischecontext') || has('categorie'));
  return isPredecessor ? 'predecessor' : 'other';
}
