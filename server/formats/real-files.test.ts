import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { hasError } from '#domain/finding.ts';
import { identityText } from '#domain/identity-key.ts';
import type { Format } from './format.ts';
import { detectFormat } from './formats.ts';
import { countFindings, readAll } from './read-for-test.ts';
import { realFile } from './real-files.ts';
import { xlsx } from './xlsx.ts';

/** What each file must show: how many records, which all come in, and every remark on them. */
const FILES: [name: string, format: string, records: number, findings: Record<string, number>][] = [
  ['begrippen_import.csv', 'csv', 36, {}],
  ['test_import_100_rows.csv', 'csv', 100, {}],
  ['batch_definitions.csv', 'csv', 3, {}],
  [
    'begrippen-IDV-uitgebreid.csv',
    'csv',
    36,
    { 'info column_unknown': 1, 'info residue_cleaned': 36, 'warning category_missing': 36 },
  ],
  ['begrippen-5.csv', 'csv', 36, { 'info residue_cleaned': 36, 'warning category_missing': 36 }],
  ['definities_export_20251028_081837.csv', 'csv', 71, { 'info residue_cleaned': 53 }],
  ['definities_export_20251028_141608.csv', 'csv', 3, {}],
  ['definities_export_20251028_141609.json', 'json', 3, { 'info residue_cleaned': 3 }],
];

async function load(name: string) {
  const bytes = await realFile(`def-csv/${name}`);
  if (!bytes) return null;
  const format = detectFormat(bytes, name) as Format;
  const records = (await readAll(format, bytes, name)).map((raw) => ({ raw, ...checkRecord(raw) }));
  const contents = records.flatMap(({ content }) => (content ? [content] : []));
  return { format, records, contents };
}

describe('the predecessor’s real files', () => {
  it.each(FILES)('come in whole: %s', async (name, format, count, findings) => {
    const file = await load(name);
    if (!file) return;
    expect(file.format.name).toBe(format);
    expect(file.records).toHaveLength(count);
    expect(file.records.filter((record) => hasError(record.findings))).toEqual([]);
    expect(countFindings(file.records)).toEqual(findings);
  });

  it.each(FILES)('leave no residue behind: %s', async (name) => {
    const file = await load(name);
    for (const { extras: _, ...content } of file?.contents ?? []) {
      expect(JSON.stringify(content)).not.toMatch(/"@nl|Ontologische categorie|"\[/);
    }
  });

  it('gives the wiki’s table the same definitions as the import file made from it', async () => {
    const [wiki, made] = await Promise.all([load('begrippen-5.csv'), load('begrippen_import.csv')]);
    if (!wiki || !made) return;
    const texts = (file: typeof wiki) => file.contents.map(({ term, definition }) => `${term}: ${definition}`);
    expect(texts(wiki)).toEqual(texts(made));
    const terms = new Set(wiki.contents.map(({ term }) => term));
    const targets = wiki.contents.flatMap(({ relations }) => relations.map(({ targetTerm }) => targetTerm));
    expect(targets).toHaveLength(110);
    expect(targets.filter((target) => target !== null && terms.has(target))).toHaveLength(110);
  });

  it('reads the CSV and the JSON export of the same three definitions alike', async () => {
    const [table, tree] = await Promise.all([
      load('definities_export_20251028_141608.csv'),
      load('definities_export_20251028_141609.json'),
    ]);
    if (!table || !tree) return;
    for (const [index, { extras: _, ...content }] of table.contents.entries()) {
      const { extras: __, ...other } = tree.contents[index] ?? { extras: {} };
      expect(content).toEqual(other);
    }
    expect(table.contents[0]?.examples.practical).toHaveLength(19);
    expect(table.contents[0]?.synonyms).toHaveLength(5);
  });

  it('tells the 71 exported definitions apart as the predecessor did', async () => {
    const file = await load('definities_export_20251028_081837.csv');
    if (!file) return;
    const { contents } = file;
    const count = (values: string[]) =>
      Object.fromEntries(Object.entries(Object.groupBy(values, (v) => v)).map(([k, v]) => [k, v?.length]));
    expect(count(contents.map(({ category }) => category))).toEqual({ type: 37, proces: 32, resultaat: 2 });
    expect(count(contents.map(({ status }) => status))).toEqual({ draft: 39, archived: 31, review: 1 });
    expect(contents.filter(({ extras }) => 'marker' in extras)).toHaveLength(23);
    expect(contents.filter(({ legalBasis }) => legalBasis.length > 0)).toHaveLength(10);
    expect(new Set(contents.map(identityText)).size).toBe(67);
  });

  it('brings the wiki’s workbook in: 114 concepts, 82 relations that all resolve, 109 with the status Concept', async () => {
    const bytes = await realFile('jenv-nlsbb/begrippenkader-beslag.xlsx');
    if (!bytes) return;
    const raws = await readAll(xlsx, bytes, 'begrippenkader-beslag.xlsx');
    const records = raws.map(checkRecord);
    expect(detectFormat(bytes, 'begrippenkader-beslag.xlsx')).toBe(xlsx);
    expect(raws[0]?.row?.columns).toHaveLength(42);
    expect(records.filter(({ content }) => content !== null)).toHaveLength(114);
    expect(countFindings(records)).toEqual({
      'info sheet_passed_over': 3,
      'info residue_cleaned': 114,
      'info status_mapped': 109,
      'warning category_missing': 114,
    });
    const contents = records.flatMap(({ content }) => content ?? []);
    const terms = new Set(contents.map(({ term }) => term));
    const targets = contents.flatMap(({ relations }) => relations.map(({ targetTerm }) => targetTerm));
    expect(targets.filter((target) => target !== null && terms.has(target))).toHaveLength(82);
    expect(targets).toHaveLength(82);
    expect(raws.filter(({ fields }) => fields.status === 'Concept')).toHaveLength(109);
    expect(contents.flatMap(({ sources }) => sources)).toEqual([
      { title: 'Burgerlijk Wetboek - Boek 3', uri: null, citation: null },
    ]);
  });

  it('finds nothing in the empty Geonovum template', async () => {
    const bytes = await realFile('jenv-nlsbb/geonovum-template.xlsx');
    if (!bytes) return;
    expect(countFindings(await readAll(xlsx, bytes, 'geonovum-template.xlsx'))).toEqual({ 'error no_records': 1 });
  });
});
