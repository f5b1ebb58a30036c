import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from './definition.ts';
import { definitionFile } from './definition-file.ts';

const content: DefinitionContent = {
  ...EMPTY_CONTENT,
  term: 'beslag',
  definition: 'vastlegging van een voorwerp in een onderzoek',
  category: 'proces',
};
const meta = {
  id: '0190a000-0000-7000-8000-000000000001',
  version: 3,
  contentHash: 'ab'.repeat(32),
};

describe('definitionFile', () => {
  it('leaves out what a definition that nobody stored does not have', () => {
    const file = definitionFile(content);
    expect(file).toMatchObject({
      schemaVersion: 1,
      term: 'beslag',
      extras: {},
    });
    expect(Object.keys(file)).not.toContain('id');
    expect(Object.keys(file)).not.toContain('version');
    expect(Object.keys(file)).not.toContain('contentHash');
  });

  it('names the hash by its algorithm', () => {
    expect(definitionFile(content, meta).contentHash).toBe(`sha256:${'ab'.repeat(32)}`);
  });

  it.each([
    ['a term', { targetId: null, targetTerm: 'straf' }, { target: 'straf' }],
    ['an id', { targetId: meta.id, targetTerm: null }, { target: meta.id }],
    ['an id with its term', { targetId: meta.id, targetTerm: 'straf' }, { target: meta.id, targetTerm: 'straf' }],
  ])('points a relation at %s', (_what, link, expected) => {
    const file = definitionFile({
      ...content,
      relations: [{ type: 'broader', ...link }],
    });
    expect(file.relations).toEqual([{ type: 'broader', ...expected }]);
  });

  it('writes equal content as equal bytes, whatever order its keys came in', () => {
    const one = {
      ...content,
      extras: { b: [{ y: 1, x: 2 }], a: null },
      legalMetadata: { rol: 'x', griffie: 'y' },
    };
    const other = {
      ...content,
      extras: { a: null, b: [{ x: 2, y: 1 }] },
      legalMetadata: { griffie: 'y', rol: 'x' },
    };
    expect(JSON.stringify(definitionFile(other, meta))).toBe(JSON.stringify(definitionFile(one, meta)));
  });

  it('keeps the order of lists', () => {
    expect(
      definitionFile({
        ...content,
        synonyms: ['z', 'a'],
        extras: { list: [2, 1] },
      }),
    ).toMatchObject({
      synonyms: ['z', 'a'],
      extras: { list: [2, 1] },
    });
  });
});
