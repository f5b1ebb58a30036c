import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { countHits, isTooEager } from './count-hits.ts';
import { distinctContents, readContents } from './read-contents.ts';
import { rulesTable } from './rules-table.ts';

const CSV = [
  'begrip;definitie;categorie;organisatorische_context;juridische_context;wettelijke_basis',
  'boete;straf die vervalt indien een veroordeelde overlijdt;type;OM;Strafrecht;Sr',
  'straf;maatregel die een rechter aan een verdachte oplegt;type;OM;Strafrecht;Sr',
  ';zonder begrip;type;OM;Strafrecht;Sr',
].join('\n');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lexport-rules-'));
  await writeFile(join(folder, 'a.csv'), CSV);
  const zip = new JSZip().file('deep/a.csv', CSV).file('b.txt', 'geen definities');
  await writeFile(join(folder, 'a.zip'), await zip.generateAsync({ type: 'nodebuffer' }));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the report on rules', () => {
  it.each(['a.csv', 'a.zip'])('reads what an import would take from %s', async (name) => {
    const contents = await readContents(join(folder, name));
    expect(contents.map(({ term }) => term)).toEqual(['boete', 'straf']);
  });

  it('counts every definition once and every rule that is on', async () => {
    const contents = [...(await readContents(join(folder, 'a.csv'))), ...(await readContents(join(folder, 'a.zip')))];
    const hits = countHits(distinctContents(contents), DEFAULT_RULE_SETTINGS);
    const condition = hits.find(({ rule }) => rule.id === 'INT-02');
    expect(condition).toMatchObject({ hits: 1, share: 0.5 });
    expect(hits.filter(isTooEager)).toEqual([condition]);
    expect(hits.some(({ rule }) => rule.id === 'ARAI-06SUB1')).toBe(false);
  });

  it('is a table, the most frequent first, with what found nothing at the end', async () => {
    const contents = await readContents(join(folder, 'a.csv'));
    const of = (profile: 'astra' | 'nl-sbb') => ({
      profile,
      hits: countHits(contents, { ...DEFAULT_RULE_SETTINGS, profile }),
    });
    const table = rulesTable([of('astra'), of('nl-sbb')]);
    expect(table).toContain('| INT-02 | deterministic | No decision rule (too often) | 50.0 % | 50.0 % |');
    expect(table).toMatch(/Nothing found: VAL-EMP-001, .*\.$/);
  });
});
