import { canonicalJson } from '#domain/canonical.ts';
import { CONTENT_FIELDS, type DefinitionContent } from '#domain/definition.ts';
import { type ContentField, type ContentPatch, type FieldChange, isBlank } from './content-changes.ts';

/**
 * What becomes of a field. `set` and `cleared`: by what the file says. `follows`: the file says nothing of it, it changes by
 * what was decided (a new version begins as a draft). `kept`: the file says nothing of it, it stays. `same`: the file says
 * what is there.
 */
export const FIELD_STATES = ['set', 'cleared', 'follows', 'same', 'kept'] as const;
export type FieldState = FieldChange & { state: (typeof FIELD_STATES)[number] };

/**
 * Every field with what becomes of it, in the order of the record. `given` are the fields the file carries; null when that
 * is not known, and then nothing is said of what it leaves out.
 */
export function fieldStates(
  before: DefinitionContent | null,
  after: ContentPatch,
  given: readonly ContentField[] | null,
): FieldState[] {
  return CONTENT_FIELDS.map((field) => {
    const was = before?.[field];
    const next = after[field];
    const isGiven = given === null ? next !== undefined : given.includes(field);
    const value = next === undefined ? was : next;
    const differs =
      isBlank(was) && isBlank(value) ? false : canonicalJson(was ?? null) !== canonicalJson(value ?? null);
    return { field, before: was, after: value, state: stateOf(isGiven, differs, before !== null, isBlank(value)) };
  });
}

function stateOf(isGiven: boolean, differs: boolean, isThere: boolean, isEmpty: boolean): FieldState['state'] {
  if (!isGiven) return differs && isThere ? 'follows' : 'kept';
  if (!differs) return 'same';
  return isEmpty ? 'cleared' : 'set';
}

/** Whether something changes there. */
export function isChange({ state }: FieldState): boolean {
  return state === 'set' || state === 'cleared' || state === 'follows';
}
