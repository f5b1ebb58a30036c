import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { definitionToJson } from './definition-to-json.ts';

const beslag: DefinitionContent = {
  ...EMPTY_CONTENT,
  term: 'beslag',
  definition: 'vastlegging van een voorwerp\nmet "aanhalingstekens" en een é',
  category: 'proces',
  organisationalContext: ['OM'],
  legalContext: ['Strafrecht'],
  legalBasis: ['Art. 94 Sv'],
  sources: [{ title: 'Wetboek van Strafvordering', uri: null, citation: 'art. 94 Sv' }],
  caseReferences: [{ kind: 'ecli', value: 'ECLI:NL:HR:2024:99001' }],
  relations: [{ type: 'broader', targetId: null, targetTerm: 'strafvordering' }],
  extras: { 'Eigen kolom': '1.10' },
};
const meta = {
  id: '0190a000-0000-7000-8000-000000000001',
  version: 3,
  contentHash: '0'.repeat(64),
};

describe('definitionToJson', () => {
  it('has exactly the keys of the file format, in its order', () => {
    expect(Object.keys(JSON.parse(definitionToJson(beslag, meta)))).toEqual([
      'schemaVersion',
      'id',
      'term',
      'definition',
      'category',
      'status',
      'ufoCategory',
      'organisationalContext',
      'legalContext',
      'legalBasis',
      'preferredTerm',
      'synonyms',
      'antonyms',
      'examples',
      'explanation',
      'sources',
      'caseReferences',
      'legalMetadata',
      'chainPartners',
      'classification',
      'language',
      'validFrom',
      'validUntil',
      'relations',
      'version',
      'contentHash',
      'extras',
    ]);
  });

  it('carries every value of the content', () => {
    const { schemaVersion, id, version, contentHash, relations, ...rest } = JSON.parse(definitionToJson(beslag, meta));
    const { relations: _, ...expected } = beslag;
    expect(rest).toEqual(expected);
    expect(relations).toEqual([{ type: 'broader', target: 'strafvordering' }]);
    expect({ schemaVersion, id, version, contentHash }).toEqual({
      schemaVersion: 1,
      id: meta.id,
      version: 3,
      contentHash: `sha256:${meta.contentHash}`,
    });
  });

  it('is indented by two spaces and ends with a newline', () => {
    const text = definitionToJson(beslag, meta);
    expect(text.startsWith('{\n  "schemaVersion": 1,\n  "id": ')).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
  });
});
