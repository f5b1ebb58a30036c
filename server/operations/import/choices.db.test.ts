import JSZip from 'jszip';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { FilePlace, TableMapping } from '#domain/read-choices.ts';
import { saveMapping } from '#server/column-mappings/save-mapping.ts';
import { handMade } from '#server/formats/testing/workbooks.ts';
import { driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';
import { previewUpload } from '#server/uploads/preview-upload.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const TABLE = Buffer.from(
  [
    'Lijst van het team',
    'Woord;Betekenis;Soort;Intern nummer;Kleur',
    'mapping een;Het vastleggen van een coördinaat door een dienst.;Handeling;7;rood',
    'mapping twee;Degene die een coördinaat vastlegt voor een dienst.;Onbekend;8;geel',
  ].join('\n'),
  'latin1',
);
const MAPPING: TableMapping = {
  columns: [
    { column: 'Woord', use: 'term' },
    { column: 'Betekenis', use: 'definition' },
    { column: 'Soort', use: 'category' },
    { column: 'Intern nummer', use: 'leave' },
  ],
  values: [{ field: 'category', from: 'handeling', to: 'ACT' }],
};

const importOf = async (name: string, bytes: Buffer, choices: Parameters<typeof drive.import>[1]) =>
  drive.import(await uploadBytes(product.services, lead, name, bytes), choices);

it('reads a table as a person says: header row, columns, words, language', async () => {
  const jobId = await importOf('lijst.csv', TABLE, { headerRow: 2, mapping: MAPPING, language: 'en' });
  await product.until(jobId, 'completed_with_errors');
  expect(await drive.outcomes(jobId)).toEqual({ succeeded: 1, 'failed category_unknown': 1 });
  const { rows } = await product.services.pool.query(
    `SELECT definition, category, language, extras FROM definitions WHERE term = 'mapping een'`,
  );
  expect(rows).toEqual([
    {
      definition: 'Het vastleggen van een coördinaat door een dienst.',
      category: 'ACT',
      language: 'en',
      extras: { Kleur: 'rood' },
    },
  ]);
});

it.each<[string, Parameters<typeof drive.import>[1]]>([
  ['header_missing', {}],
  ['header_row_empty', { headerRow: 9 }],
  ['header_missing', { headerRow: 1, mapping: MAPPING }],
  ['header_missing', { delimiter: ',', mapping: MAPPING }],
  ['encoding_chosen_wrong', { encoding: 'utf-8', mapping: MAPPING }],
  ['workbook_broken', { format: 'xlsx' }],
])('says %s when it cannot be read with %j', async (code, choices) => {
  const jobId = await importOf('lijst.csv', TABLE, choices);
  await product.until(jobId, 'completed_with_errors');
  expect(await drive.outcomes(jobId)).toEqual({ [`failed ${code}`]: 1 });
});

it('refuses choices of one file for an archive of several unless they name the file, but takes a language', async () => {
  const files = { 'a.csv': 'begrip;definitie\nmapping drie;Iets dat zo heet in een dienst.\n' };
  const refused = await drive.import(await drive.upload(files), { delimiter: ';' });
  await product.until(refused, 'failed');
  const named = await drive.import(await drive.upload(files), {
    onError: 'collect',
    places: [{ file: 'a.csv', delimiter: ';' }],
  });
  await product.until(named, 'completed');
  const taken = await drive.import(await drive.upload(files), { language: 'en' });
  await product.until(taken, 'completed');
});

/** Tables with names of their own in one archive: two alike but for order and case, one of another kind, one that is known. */
const archive = (mark: string) => ({
  'een/lijst.csv': `Lijst van het team\nWoord;Betekenis;Soort\n${mark} een;Het vastleggen van iets in een register.;Handeling\n`,
  'twee/lijst.csv': `SOORT;woord;Betekenis\nHandeling;${mark} twee;Het doorhalen van iets in een register.\n`,
  'ander.tsv': `Naam van het begrip\tUitleg in het kort\n${mark} drie\tDegene die een register bijhoudt.\n`,
  'gewoon.csv': `begrip;definitie\n${mark} vier;Iets dat in een register staat.\n`,
});
const OF_TEAM = {
  headers: ['Woord', 'Betekenis', 'Soort'],
  mapping: { ...MAPPING, columns: MAPPING.columns.slice(0, 3) },
};
const OF_OTHERS = {
  headers: ['Naam van het begrip', 'Uitleg in het kort'],
  mapping: {
    columns: [
      { column: 'Naam van het begrip', use: 'term' },
      { column: 'Uitleg in het kort', use: 'definition' },
    ],
    values: [],
  } satisfies TableMapping,
};

it('reads each table of an archive by what was said of its columns', async () => {
  const jobId = await drive.import(await drive.upload(archive('archief')), { mappings: [OF_TEAM, OF_OTHERS] });
  await product.until(jobId, 'completed');
  const { rows } = await product.services.pool.query(
    `SELECT term, category FROM definitions WHERE term LIKE 'archief %' ORDER BY term`,
  );
  expect(rows).toEqual([
    { term: 'archief drie', category: 'OTH' },
    { term: 'archief een', category: 'ACT' },
    { term: 'archief twee', category: 'ACT' },
    { term: 'archief vier', category: 'OTH' },
  ]);
});

it('takes what was saved by its id, as it was when the job began, and notes that it was used', async () => {
  const { pool } = product.services;
  const saved = await Promise.all([OF_TEAM, OF_OTHERS].map((one) => saveMapping(product.services, lead, one)));
  const mappingIds = saved.map(({ id }) => id);
  const jobId = await drive.import(await drive.upload(archive('bewaard')), { mappingIds });
  await saveMapping(product.services, lead, { ...OF_TEAM, mapping: { columns: [], values: [] } });
  await product.until(jobId, 'completed');
  expect(await drive.outcomes(jobId)).toEqual({ succeeded: 4 });
  const { rows } = await pool.query('SELECT last_used_by, last_used_at <= now() AS used FROM column_mappings');
  expect(rows).toEqual(rows.map(() => ({ last_used_by: lead.id, used: true })));

  const foreign = driveJobs(product, await product.person('lead', 'CJIB'));
  const there = await foreign.upload(archive('elders'));
  await expect(foreign.import(there, { mappingIds })).rejects.toMatchObject({ code: 'mapping_not_there' });
});

it('leaves the tables nobody spoke of out, each with its reason', async () => {
  const jobId = await drive.import(await drive.upload(archive('half')), { mappings: [OF_OTHERS] });
  await product.until(jobId, 'completed_with_errors');
  expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2, 'failed header_missing': 2 });
});

describe('where the table stands', () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = (name: string, term: string) => ({
    name,
    rows: [
      ['Begrip', 'Definitie'],
      [term, 'Een begrip op een blad van een werkmap.'],
    ]
      .map((cells, at) => `<row r="${at + 1}">${cells.map(cell).join('')}</row>`)
      .join(''),
  });
  const termsOf = async (jobId: string) => {
    const { rows } = await product.services.pool.query<{ term: string }>(
      'SELECT term FROM job_items WHERE job_id = $1 ORDER BY position',
      [jobId],
    );
    return rows.map(({ term }) => term);
  };

  it('is one sheet of a workbook when somebody says so, else each with definitions', async () => {
    const book = await handMade({ sheets: [sheet('Nieuw', 'blad een'), sheet('Oud', 'blad twee')] });
    const all = await importOf('boek.xlsx', book, { onError: 'collect' });
    await product.until(all, 'completed');
    expect(await termsOf(all)).toEqual(['blad een', 'blad twee']);
    const one = await importOf('boek.xlsx', book, { onError: 'collect', sheet: 'Oud' });
    await product.until(one, 'completed');
    expect(await termsOf(one)).toEqual(['blad twee']);
    const none = await importOf('boek.xlsx', book, { sheet: 'Weg' });
    await product.until(none, 'completed_with_errors');
    expect(await drive.outcomes(none)).toEqual({ 'failed sheet_not_there': 1 });
  });

  it('is said of each file of an archive by itself', async () => {
    const zip = new JSZip();
    zip.file('boek.xlsx', await handMade({ sheets: [sheet('Nieuw', 'archief een'), sheet('Oud', 'archief twee')] }));
    zip.file(
      'a.csv',
      'term;definition;categorie\nBegrip;Definitie;Categorie\nboete;Een bedrag dat iemand betaalt.;resultaat\n',
    );
    const archive = await zip.generateAsync({ type: 'nodebuffer' });
    const places = [
      { file: 'boek.xlsx', sheet: 'Oud' },
      { file: 'a.csv', headerRow: 2 },
    ];
    const as = await importOf('z.zip', archive, { onError: 'collect', places });
    await product.until(as, 'completed');
    expect((await termsOf(as)).sort()).toEqual(['archief twee', 'boete']);
    const refused = await importOf('z.zip', archive, { sheet: 'Oud' });
    await product.until(refused, 'failed');
  });
});

describe('files of an archive', () => {
  /** UTF-8 by its bytes, and so detected; whoever made it meant Windows-1252. */
  const MISTAKEN = Buffer.from('begrip;definitie\nCaf\u00c3\u00a9 archief;Een begrip van een oude lijst.\n', 'latin1');
  /** Bars part it, and its commas part it as evenly, into more. */
  const BARS = 'Vakwoord, in het kort|Uitleg, in het lang\nbar archief|Een begrip, zeldzaam, achter een streep.\n';
  const files = {
    'oud.csv': MISTAKEN,
    'streep.csv': BARS,
    'taal.csv': 'begrip;definitie\ntaal archief;A term.\n',
    // A table, whatever it is called.
    'vorm.md': 'begrip;definitie\nvorm archief;Een begrip met een verkeerde naam.\n',
  };
  const MEANT = {
    headers: ['Vakwoord, in het kort', 'Uitleg, in het lang'],
    mapping: {
      columns: [
        { column: 'Vakwoord, in het kort', use: 'term' },
        { column: 'Uitleg, in het lang', use: 'definition' },
      ],
      values: [],
    } satisfies TableMapping,
  };
  const places = [
    { file: 'oud.csv', encoding: 'windows-1252' },
    { file: 'streep.csv', delimiter: '|' },
    { file: 'taal.csv', language: 'en' },
    { file: 'vorm.md', format: 'csv' },
  ] satisfies FilePlace[];
  const zipped = async () => {
    const zip = new JSZip();
    for (const [name, contents] of Object.entries(files)) zip.file(name, contents);
    return zip.generateAsync({ type: 'nodebuffer' });
  };
  const storedOf = async (jobId: string) => {
    const { rows } = await product.services.pool.query(
      `SELECT d.term, d.definition, d.language FROM definitions d JOIN job_items i ON i.definition_id = d.id
       WHERE i.job_id = $1 ORDER BY lower(d.term)`,
      [jobId],
    );
    return rows;
  };

  it('come in by the kind, the encoding, the delimiter and the language chosen for each, as the preview shows them', async () => {
    const bytes = await zipped();
    const id = await uploadBytes(product.services, lead, 'lijsten.zip', bytes);
    const found = await previewUpload(product.services, lead, id, {});
    expect(found.tables.flatMap((table) => table.places)).toMatchObject([
      { file: 'oud.csv', encoding: 'utf-8', delimiter: ';' },
      { file: 'taal.csv', encoding: 'utf-8', delimiter: ';' },
      { file: 'streep.csv', encoding: 'utf-8', delimiter: ',' },
    ]);
    const choices = { places, mappings: [MEANT], language: 'nl' as const };
    const chosen = await previewUpload(product.services, lead, id, choices);
    const shown = chosen.tables.flatMap((table) => table.places.map(({ top }) => top[1]?.cells));
    const jobId = await importOf('lijsten.zip', bytes, choices);
    await product.until(jobId, 'completed');
    const stored = await storedOf(jobId);
    expect(stored).toEqual([
      { term: 'bar archief', definition: 'Een begrip, zeldzaam, achter een streep.', language: 'nl' },
      { term: 'Caf\u00c3\u00a9 archief', definition: 'Een begrip van een oude lijst.', language: 'nl' },
      { term: 'taal archief', definition: 'A term.', language: 'en' },
      { term: 'vorm archief', definition: 'Een begrip met een verkeerde naam.', language: 'nl' },
    ]);
    expect(stored.map(({ term, definition }) => [term, definition]).sort()).toEqual(shown.sort());
  });
});

describe('a workbook', () => {
  const sheet = (name: string, rows: string[][]) => ({
    name,
    rows: rows
      .map((cells) => `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`)
      .join(''),
  });
  const book = (mark: string) =>
    handMade({
      sheets: [
        sheet('Team', [
          ['Lijst van het team', '', ''],
          ['', '', ''],
          ['Woord', 'Betekenis', 'Soort'],
          [`${mark} een`, 'The recording of something in a register.', 'Handeling'],
        ]),
        sheet('Anderen', [
          ['Naam van het begrip', 'Uitleg in het kort'],
          [`${mark} twee`, 'Somebody who keeps a register.'],
        ]),
      ],
    });

  it('is read by the row that was said to hold the names, and by what they are for', async () => {
    const jobId = await importOf('boek.xlsx', await book('rij'), {
      headerRow: 3,
      mapping: OF_TEAM.mapping,
      language: 'en',
    });
    await product.until(jobId, 'completed');
    const { rows } = await product.services.pool.query(
      `SELECT term, category, language FROM definitions WHERE term LIKE 'rij %'`,
    );
    expect(rows).toEqual([{ term: 'rij een', category: 'ACT', language: 'en' }]);
    const wrong = await importOf('boek.xlsx', await book('fout'), { headerRow: 1, mapping: OF_TEAM.mapping });
    await product.until(wrong, 'completed_with_errors');
    expect(await drive.outcomes(wrong)).toEqual({ 'failed header_missing': 1 });
  });

  it('is in an encoding of its own, whatever was said of that', async () => {
    const jobId = await importOf('boek.xlsx', await book('code'), { encoding: 'windows-1252', mappings: [OF_TEAM] });
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 1 });
  });

  it('has sheets with columns of their own, each read by its own', async () => {
    const jobId = await importOf('boek.xlsx', await book('blad'), { mappings: [OF_TEAM, OF_OTHERS] });
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 2 });
  });
});
