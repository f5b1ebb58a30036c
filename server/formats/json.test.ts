import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { definitionToJson } from './definition-to-json.ts';
import { json } from './json.ts';
import { jsonLines } from './json-lines.ts';
import { checkAll, readAll } from './read-for-test.ts';

const ID = '0190a000-0000-7000-8000-000000000001';
const ONE = { schemaVersion: 1, term: 'beslag', definition: 'vastlegging van een voorwerp', category: 'proces' };

const only = async (input: unknown) => {
  const records = await checkAll(json, typeof input === 'string' ? input : JSON.stringify(input), 'a.json');
  expect(records).toHaveLength(1);
  return records[0];
};
const codes = (records: readonly { findings: readonly { code: string }[] }[]) =>
  records.flatMap(({ findings }) => findings.map(({ code }) => code));

describe('our own JSON', () => {
  it('reads what we write, word for word', async () => {
    const content: DefinitionContent = {
      ...EMPTY_CONTENT,
      term: 'beslag',
      definition: 'vastlegging\nvan een voorwerp',
      category: 'proces',
      status: 'established',
      ufoCategory: 'Event',
      organisationalContext: ['OM'],
      legalBasis: ['Art. 3:2, eerste lid, Awb; zie ook lid 2'],
      preferredTerm: 'beslag',
      synonyms: ['inbeslagneming, tijdelijk'],
      examples: { sentence: ['Er ligt beslag | op.'], practical: [], counter: ['een boete'] },
      explanation: '"letterlijk"@nl',
      sources: [{ title: 'Sv', uri: null, citation: 'art. 94' }],
      caseReferences: [{ kind: 'ecli', value: 'ECLI:NL:HR:2024:1' }],
      legalMetadata: { zaal: '3' },
      validFrom: '2026-01-01',
      relations: [
        { type: 'broader', targetId: null, targetTerm: 'strafvordering' },
        { type: 'related', targetId: ID, targetTerm: 'straf' },
      ],
      extras: { rij: [1, { a: null }] },
    };
    const file = definitionToJson(content, { id: ID, version: 3, contentHash: 'ab'.repeat(32) });
    const [raw] = await readAll(json, file, 'a.json');
    expect(raw).toMatchObject({ id: ID, version: 3, location: { file: 'a.json', pointer: '' } });
    expect(await only(file)).toMatchObject({ content, findings: [] });
  });

  it.each([
    ['a list', [ONE, ONE], '/1'],
    ['a list with a name', { definitions: [ONE, ONE] }, '/definitions/1'],
  ])('reads %s and points at each definition', async (_what, file, pointer) => {
    const records = await readAll(json, JSON.stringify(file), 'a.json');
    expect(records).toHaveLength(2);
    expect(records[1]?.location).toEqual({ file: 'a.json', pointer });
  });

  it('accepts the predecessor’s names', async () => {
    const { schemaVersion, category } = ONE;
    const checked = await only({
      schemaVersion,
      begrip: 'beslag',
      Definitie: 'vastlegging van iets',
      category,
      wettelijke_basis: ['Sv'],
    });
    expect(checked?.content).toMatchObject({ term: 'beslag', definition: 'vastlegging van iets', legalBasis: ['Sv'] });
    expect(checked?.findings).toEqual([]);
  });

  it('keeps a second name for a field that is there already apart', async () => {
    const checked = await only({ ...ONE, begrip: 'iets anders' });
    expect(checked?.content).toMatchObject({ term: 'beslag', extras: { begrip: 'iets anders' } });
    expect(checked?.findings).toMatchObject([{ code: 'field_unknown', params: { name: 'begrip' } }]);
  });

  it('does without an id or version that is none', async () => {
    const [raw] = await readAll(json, JSON.stringify({ ...ONE, id: '17', version: '2' }));
    expect(raw).toMatchObject({ id: null, version: null });
    expect(codes([raw ?? { findings: [] }])).toEqual(['id_ignored', 'version_ignored']);
  });

  it('takes the last of two equal keys', async () => {
    expect((await only('{"term":"a","term":"b","definition":"c","category":"type"}'))?.term).toBe('b');
  });

  it('reads UTF-8 with a mark and UTF-16 of both kinds', async () => {
    const text = JSON.stringify({ ...ONE, term: 'coördinatie' });
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      little,
      Buffer.from(little).swap16(),
      Buffer.from(text, 'utf16le'),
    ]) {
      const [record] = await checkAll(json, bytes);
      expect(record?.term).toBe('coördinatie');
    }
  });
});

describe('broken JSON files', () => {
  it.each([
    ['{"term": "a",\n "definition": }', 2, 16],
    ['{"term": "a"', 1, 13],
    ['hallo', 1, 1],
    ['{"a": "x\ny"}', 1, 9],
  ])('says where %j goes wrong', async (text, line, column) => {
    const records = await readAll(json, text, 'a.json');
    expect(records).toEqual([
      {
        fields: {},
        id: null,
        version: null,
        location: { file: 'a.json', line },
        findings: [
          { code: 'json_broken', severity: 'error', location: { file: 'a.json', line }, params: { line, column } },
        ],
      },
    ]);
  });

  it('says on which line the encoding breaks', async () => {
    const bytes = Buffer.concat([Buffer.from('{"term":\n"caf'), Buffer.from([0xe9]), Buffer.from('"}')]);
    const [record] = await readAll(json, bytes, 'a.json');
    expect(record?.findings).toMatchObject([
      { code: 'encoding_invalid', severity: 'error', location: { line: 2 }, params: { offset: 13 } },
    ]);
  });

  it.each([
    ['', 'file_empty'],
    [' \n ', 'file_empty'],
    ['[]', 'no_records'],
    ['{"definitions": []}', 'no_records'],
    ['[1]', 'not_an_object'],
    ['"tekst"', 'not_an_object'],
    ['[[["x"]]]', 'not_an_object'],
  ])('answers %j with one record that says %s', async (text, code) => {
    const records = await readAll(json, text);
    expect(codes(records)).toEqual([code]);
    expect(records[0]?.fields).toEqual({});
  });

  it('refuses a file beyond the limits as a whole', async () => {
    const text = JSON.stringify([ONE, ONE, ONE]);
    expect(codes(await readAll(json, text, 'x', { maxBytes: 1000, maxRecords: 2 }))).toEqual(['too_many_records']);
    expect(codes(await readAll(json, text, 'x', { maxBytes: 10, maxRecords: 9 }))).toEqual(['file_too_large']);
  });

  it('survives a million brackets', async () => {
    const deep = '['.repeat(1_000_000);
    expect(codes(await readAll(json, deep + ']'.repeat(1_000_000)))).toEqual(['not_an_object']);
    expect(codes(await readAll(json, deep))).toEqual(['json_broken']);
    const inside = `{"term":"a","definition":"b","category":"type","x":${deep}${']'.repeat(1_000_000)}}`;
    const [checked] = await checkAll(json, inside);
    expect(codes([checked ?? { findings: [] }])).toContain('extras_too_large');
  });
});

describe('the predecessor’s JSON', () => {
  const item = {
    begrip: 'vaststelling',
    definitie: '- Ontologische categorie: soort\n"beslissing van een ambtenaar"@nl',
    categorie: 'object',
    context: { organisatorische_context: '["Strafrechtketen"]', juridische_context: '[]', wettelijke_basis: 'Sv, Sr' },
    status: 'concept',
    validation_score: 0.8,
    voorkeursterm: '',
    voorbeelden: { voorbeeld_zinnen: ['Een zin.'], praktijkvoorbeelden: 'Een. | Twee.', tegenvoorbeelden: [] },
    taalkundig: { synoniemen: 'a, b', antoniemen: ['c'], toelichting: 'uitleg' },
    metadata: { created_at: '2025-01-01', status: 'review' },
    bronnen: [{ titel: 'Sv', url: 'https://wetten.overheid.nl/BWBR0001903' }],
  };

  it('reads the groups of a bulk export', async () => {
    const checked = await only({ export_info: { export_version: '2.0' }, definities: [item] });
    expect(checked?.content).toEqual({
      ...EMPTY_CONTENT,
      term: 'vaststelling',
      definition: '"beslissing van een ambtenaar"@nl',
      category: 'type',
      organisationalContext: ['Strafrechtketen'],
      legalBasis: ['Sv', 'Sr'],
      examples: { sentence: ['Een zin.'], practical: ['Een.', 'Twee.'], counter: [] },
      synonyms: ['a', 'b'],
      antonyms: ['c'],
      explanation: 'uitleg',
      sources: [{ title: 'Sv', uri: 'https://wetten.overheid.nl/BWBR0001903', citation: null }],
      extras: { marker: 'soort', validation_score: 0.8, metadata: { created_at: '2025-01-01', status: 'review' } },
    });
    expect(codes([checked ?? { findings: [] }])).toEqual(['residue_cleaned', 'category_mapped', 'status_mapped']);
  });

  it('takes the latest of the three texts of a single export', async () => {
    const definitie = {
      begrip: 'vaststelling',
      definitie_origineel: 'eerste',
      definitie_gecorrigeerd: 'tweede',
      definitie_aangepast: '',
    };
    const checked = await only({
      export_info: {},
      definitie,
      metadata: { categorie: 'resultaat', id: 4 },
      technisch: { x: 1 },
    });
    expect(checked?.content).toMatchObject({
      term: 'vaststelling',
      definition: 'tweede',
      category: 'resultaat',
      extras: { definitie: { definitie_origineel: 'eerste' }, metadata: { id: 4 }, technisch: { x: 1 } },
    });
  });

  it('reads the flat records of the repository, and reports what nobody knows', async () => {
    const { begrip, categorie } = item;
    const row = {
      id: 3,
      begrip,
      definitie: 'een tekst',
      categorie,
      organisatorische_context: '["OM"]',
      ketenpartners: '["CJIB"]',
    };
    const checked = await only({ export_info: { total_count: 1 }, definities: [{ ...row, kleur: 'rood' }] });
    expect(checked?.content).toMatchObject({
      organisationalContext: ['OM'],
      chainPartners: ['CJIB'],
      extras: { id: 3, kleur: 'rood' },
    });
    expect(checked?.findings.map(({ code }) => code)).toContain('field_unknown');
  });

  it('points at the place in the group', async () => {
    const context = { organisatorische_context: 5 };
    const checked = await only({ definities: [{ ...item, context }] });
    expect(checked?.findings.find(({ code }) => code === 'type_wrong')?.location).toEqual({
      file: 'a.json',
      pointer: '/definities/0/context/organisatorische_context',
    });
  });
});

describe('JSON Lines', () => {
  it('says at which line and column one is broken, and reads the others', async () => {
    const line = (term: string) => JSON.stringify({ ...ONE, term });
    const text = `${line('een')}\n${line('twee').replace('"definition":', '"definition"')}\n\n${line('drie')}\n`;
    const records = await readAll(jsonLines, text, 'a.jsonl');
    expect(records.map(({ fields, location }) => [fields.term, location.line])).toEqual([
      ['een', 1],
      [undefined, 2],
      ['drie', 4],
    ]);
    const column = line('twee').indexOf('"definition":') + '"definition":'.length;
    expect(records[1]?.findings).toMatchObject([
      { code: 'json_broken', severity: 'error', params: { line: 2, column } },
    ]);
  });

  it('says that a line is no definition, and does not call it broken JSON', async () => {
    const [raw] = await readAll(jsonLines, '5\n', 'a.jsonl');
    expect(raw?.findings.map(({ code }) => code)).not.toContain('json_broken');
    expect(raw?.findings.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
