import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { fieldStates, isChange } from './field-states.ts';

const before: DefinitionContent = {
  ...EMPTY_CONTENT,
  term: 'beslag',
  definition: 'het vastleggen van een goed',
  category: 'proces',
  status: 'established',
  explanation: 'een toelichting',
  synonyms: ['inbeslagneming'],
};

const stateOf = (states: ReturnType<typeof fieldStates>) =>
  Object.fromEntries(states.map(({ field, state }) => [field, state]));

describe('the fields of an item', () => {
  it('are set, cleared, the same, or kept because the file does not have them', () => {
    const after = { ...before, definition: 'het vasthouden van een goed', explanation: null };
    const states = fieldStates(before, after, ['term', 'definition', 'explanation']);
    expect(stateOf(states)).toMatchObject({
      term: 'same',
      definition: 'set',
      explanation: 'cleared',
      synonyms: 'kept',
      status: 'kept',
    });
    expect(states.filter(isChange).map(({ field }) => field)).toEqual(['definition', 'explanation']);
  });

  it('say apart what follows from the decision, not from the file', () => {
    const states = fieldStates(before, { ...before, status: 'draft' }, ['term']);
    expect(stateOf(states)).toMatchObject({ status: 'follows', term: 'same' });
  });

  it('of something new are all set, but for what the file leaves out or leaves empty', () => {
    const states = stateOf(fieldStates(null, before, ['term', 'definition', 'synonyms', 'legalBasis']));
    expect(states).toMatchObject({
      term: 'set',
      synonyms: 'set',
      legalBasis: 'same',
      category: 'kept',
      explanation: 'kept',
    });
  });

  it('say nothing of what a file leaves out when that is not known', () => {
    const states = stateOf(fieldStates(before, { ...before, synonyms: [] }, null));
    expect(states).toMatchObject({ synonyms: 'cleared', explanation: 'same' });
    expect(Object.values(states)).not.toContain('kept');
  });
});
