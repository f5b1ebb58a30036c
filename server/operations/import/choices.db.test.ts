import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { TableMapping } from '#domain/read-choices.ts';
import { driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';

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

it('refuses choices of one file for an archive of several, but takes a language', async () => {
  const files = { 'a.csv': 'begrip;definitie\nmapping drie;Iets dat zo heet in een dienst.\n' };
  const refused = await drive.import(await drive.upload(files), { delimiter: ';' });
  await product.until(refused, 'failed');
  const taken = await drive.import(await drive.upload(files), { language: 'en' });
  await product.until(taken, 'completed');
});
