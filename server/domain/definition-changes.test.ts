import { describe, expect, it } from 'vitest';
import { EMPTY_CONTENT } from './definition.ts';
import { applyChanges } from './definition-changes.ts';

const content = {
  ...EMPTY_CONTENT,
  term: 'proef',
  definition: 'iets om te proberen',
  category: 'type' as const,
  legalContext: ['Strafrecht', 'Jeugdrecht'],
  explanation: 'Toelichting.',
};

describe('changes to many definitions', () => {
  it('set values, also to nothing, and leave out what they do not name', () => {
    const changed = applyChanges(content, { category: 'proces', explanation: null, preferredTerm: undefined });
    expect(changed).toEqual({ ...content, category: 'proces', explanation: null });
  });

  it('replace a whole list', () => {
    expect(applyChanges(content, { legalContext: ['Bestuursrecht'] }).legalContext).toEqual(['Bestuursrecht']);
  });

  it('add to a list behind what is there, each value once', () => {
    const { legalContext } = applyChanges(content, {
      legalContext: { add: ['strafrecht ', 'Civiel recht', 'civiel recht'] },
    });
    expect(legalContext).toEqual(['Strafrecht', 'Jeugdrecht', 'Civiel recht']);
  });

  it('take out of a list, whatever the capitals, before adding', () => {
    const { legalContext } = applyChanges(content, { legalContext: { add: ['STRAFRECHT'], remove: ['strafrecht'] } });
    expect(legalContext).toEqual(['Jeugdrecht', 'STRAFRECHT']);
  });

  it('do not touch the content they are applied to', () => {
    applyChanges(content, { legalContext: { remove: ['Strafrecht'] } });
    expect(content.legalContext).toEqual(['Strafrecht', 'Jeugdrecht']);
  });
});
