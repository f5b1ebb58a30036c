import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { downloadErrorFile } from '#server/batches/download-error-file.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { csvLine } from '#server/formats/csv-line.ts';
import { handMade } from '#server/formats/testing/workbooks.ts';
import { sheetRows } from '#server/formats/xlsx-rows.ts';
import { columnName, encodeCellText } from '#server/formats/xlsx-text.ts';
import { openWorkbook } from '#server/formats/xlsx-workbook.ts';
import { definitionOf, driveJobs, fileOf, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';
import type { ErrorFileFormat } from './error-file.ts';

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

const LIST =
  'begrip;definitie;categorie;vreemde kolom\r\n' +
  '=1+1;;type;"regel 1\nregel 2"\r\n' +
  'art. 1.10;zaak die in een proef wordt aangeduid;onbekende soort;007\r\n' +
  'in orde;zaak die in een proef in orde is;type;\r\n';

/** An import of which five items fail: two rows of a list, a file without a term, a broken one and a picture. */
async function failing(name: string, options: Parameters<typeof drive.import>[1] = {}) {
  const files = {
    'lijst.csv': LIST.replaceAll(/^(in orde|art. 1.10)/gm, `$1 ${name}`),
    'map/zonder.json': JSON.stringify({ ...definitionFile(definitionOf(`zonder ${name}`)), term: '' }, null, 2),
    'map/stuk.json': `{"term": "stuk ${name}", "definition": "zaak die stuk is"`,
    'plaatje.json': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
  };
  const jobId = await drive.import(await drive.upload(files), options);
  await product.until(jobId, options.confirm ? 'awaiting_confirmation' : 'completed_with_errors');
  return jobId;
}

async function get(jobId: string, format: ErrorFileFormat, actor = lead): Promise<Buffer> {
  return buffer((await downloadErrorFile(product.services, actor, jobId, format)).bytes);
}

type Row = Record<string, string>;

function rowsOf(csv: Buffer): Row[] {
  return parse(csv.toString('utf8').slice(1), { delimiter: ';', columns: true });
}

function csvFrom(rows: readonly Row[], names = Object.keys(rows[0] ?? {})): Buffer {
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  return Buffer.from(`\ufeff${lines.map(csvLine).join('')}`);
}

async function again(bytes: Buffer, fileName = 'gecorrigeerd.csv', actor = lead) {
  const driven = driveJobs(product, actor);
  const jobId = await driven.import(await uploadBytes(product.services, actor, fileName, bytes));
  await product.until(jobId, 'completed', 'completed_with_errors');
  return driven.job(jobId);
}

describe('an error file', () => {
  it('gives as CSV what came in, cell for cell, with what is wrong with it before it', async () => {
    const jobId = await failing('csv');
    const csv = await get(jobId, 'csv');
    expect(csv.subarray(0, 3)).toEqual(Buffer.from('\ufeff'));
    expect(csv.toString('utf8')).toContain(";'=1+1;;type;");
    const rows = rowsOf(csv);
    expect(rows).toHaveLength(5);
    expect(Object.keys(rows[0] as Row).slice(0, 8)).toEqual([
      'Lexport rij',
      'Lexport melding',
      'Lexport message',
      'Lexport veld',
      'Lexport code',
      'Lexport bestand',
      'Lexport regel',
      'begrip',
    ]);
    expect(rows.map((row) => row['Lexport code'])).toEqual([
      'definition_missing',
      'category_unknown',
      'term_missing',
      'json_broken',
      'encoding_invalid',
    ]);
    expect(rows[0]).toMatchObject({
      'vreemde kolom': 'regel 1\nregel 2',
      'Lexport regel': '2',
      'Lexport bestand': 'lijst.csv',
    });
    expect(rows[1]).toMatchObject({ begrip: 'art. 1.10 csv', 'vreemde kolom': '007', 'Lexport veld': 'categorie' });
    expect(rows[3]?.['Lexport inhoud']).toBe('{"term": "stuk csv", "definition": "zaak die stuk is"');
    expect(rows[4]?.['Lexport inhoud']).toBe('');
  });

  it('gives the same as a workbook of texts, with a sheet that explains it', async () => {
    const jobId = await failing('xlsx');
    const book = await openWorkbook(await get(jobId, 'xlsx'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Te corrigeren', 'Uitleg – Explanation']);
    const [sheet] = book.sheets;
    const [head, ...rows] = await Array.fromAsync(sheetRows(book, sheet as never));
    const csv = rowsOf(await get(jobId, 'csv'));
    expect(head?.cells).toEqual(Object.keys(csv[0] as Row));
    const plain = (cell: string) => cell.replace(/^'(?==)/, '');
    expect(rows.map(({ cells }) => head?.cells.map((_, at) => cells[at] ?? ''))).toEqual(
      csv.map((row) => Object.values(row).map(plain)),
    );
    const left = await product.services.pool.query(
      `SELECT details FROM audit_entries WHERE action = 'error_file.downloaded'`,
    );
    expect(left.rows.at(-1).details).toEqual({ format: 'csv', items: 5 });
  });

  it('is there while the plan waits, without what was dropped', async () => {
    const jobId = await failing('wachtend', { confirm: true });
    expect(rowsOf(await get(jobId, 'csv'))).toHaveLength(5);
    expect([...(await unzip(await get(jobId, 'zip'))).keys()]).toContain('map/stuk.json');
  });

  it('is not there when nothing failed, for who may not download, for other work, and for others', async () => {
    const jobId = await drive.importOf([definitionOf('alles goed')]);
    await product.until(jobId, 'completed');
    await expect(get(jobId, 'csv')).rejects.toMatchObject({ code: 'no_error_file' });
    await expect(get(jobId, 'csv', await product.person('editor'))).rejects.toMatchObject({ code: 'not_allowed' });
    const stranger = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    await expect(get(jobId, 'csv', stranger)).rejects.toMatchObject({ code: 'not_found' });
    const exported = await drive.export({ filter: {}, excludedIds: [] });
    await expect(get(exported, 'csv')).rejects.toMatchObject({ code: 'not_supported' });
  });
});

describe('an error file that comes back corrected', () => {
  it('does only its own rows, linked to the first job; what was not touched fails again as it did', async () => {
    const jobId = await failing('terug');
    const rows = rowsOf(await get(jobId, 'csv'));
    Object.assign(rows[0] as Row, { begrip: 'verbeterd terug', definitie: 'zaak die in een proef is verbeterd' });
    Object.assign(rows[3] as Row, { 'Lexport inhoud': `${rows[3]?.['Lexport inhoud']}}` });
    const corrected = csvFrom(rows);
    const second = await again(corrected);
    expect(second).toMatchObject({ retryOf: jobId, total: 5, succeeded: 2, failed: 3 });
    expect(second.findings).toMatchObject([{ code: 'error_file_recognised', params: { count: 5 } }]);
    expect(await drive.outcomes(second.id)).toEqual({
      succeeded: 2,
      'failed category_unknown': 1,
      'failed term_missing': 1,
      'failed encoding_invalid': 1,
    });
    expect((await drive.items(second.id)).map(({ term }) => term)).toContain('verbeterd terug');
    expect((await drive.job(jobId)).retries.map(({ id }) => id)).toEqual([second.id]);

    const before = await drive.contents();
    const third = await again(corrected);
    expect(await drive.contents()).toEqual(before);
    expect(third).toMatchObject({ retryOf: jobId, succeeded: 0, unchanged: 2, failed: 3 });
    // The first file as it was: what has been put right in the meantime stays so.
    expect(await again(await get(jobId, 'csv'))).toMatchObject({ succeeded: 0, unchanged: 2, failed: 3 });
    expect(await drive.contents()).toEqual(before);
  });

  it('changes nothing of what somebody edited since it was applied, and changes it when it was corrected once more', async () => {
    const jobId = await failing('daarna');
    const rows = rowsOf(await get(jobId, 'csv')).slice(0, 1);
    Object.assign(rows[0] as Row, { begrip: 'eerst daarna', definitie: 'zaak die in een proef eerst zo heet' });
    const first = await again(csvFrom(rows));
    const id = (await drive.items(first.id))[0]?.definitionId as string;
    await drive.edit(id, 'zaak die in een proef door een ander is gewijzigd');
    const before = await drive.contents();
    expect(await again(csvFrom(rows))).toMatchObject({ unchanged: 1, succeeded: 0 });
    expect(await drive.contents()).toEqual(before);

    Object.assign(rows[0] as Row, { definitie: 'zaak die in een proef nog eens is gewijzigd' });
    expect(await again(csvFrom(rows))).toMatchObject({ skipped: 1, plan: { conflict: 1 } });
    expect(await drive.contents()).toEqual(before);
  });

  it('applies again what was taken back since', async () => {
    const jobId = await failing('ongedaan');
    const rows = rowsOf(await get(jobId, 'csv')).slice(0, 1);
    Object.assign(rows[0] as Row, {
      begrip: 'ongedaan gemaakt',
      definitie: 'zaak die in een proef ongedaan is gemaakt',
    });
    const first = await again(csvFrom(rows));
    await undoJob(product.services, lead, first.id, { dryRun: false });
    await product.until(first.id, 'rolled_back');
    expect(await again(csvFrom(rows))).toMatchObject({ succeeded: 1 });
  });

  it('is known with columns in another order, without the columns that explain, and with windows-1252 and commas', async () => {
    const jobId = await failing('anders');
    const [row] = rowsOf(await get(jobId, 'csv')) as [Row];
    Object.assign(row, { begrip: 'andere vorm', definitie: 'zaak die in een proef één vorm heeft, of twee' });
    const names = ['definitie', 'Lexport rij', 'begrip'];
    const line = names.map((name) => `"${row[name]}"`).join(',');
    const bytes = Buffer.from(`${names.map((name) => `"${name}"`).join(',')}\n${line}\n`, 'latin1');
    const second = await again(bytes, 'excel.csv');
    expect(second).toMatchObject({ retryOf: jobId, succeeded: 1 });
    const { rows } = await product.services.pool.query(
      `SELECT d.definition, d.category, d.extras FROM job_items i JOIN definitions d ON d.id = i.definition_id WHERE i.job_id = $1`,
      [second.id],
    );
    // The columns that are gone are what they were.
    expect(rows).toEqual([
      {
        definition: 'zaak die in een proef één vorm heeft, of twee',
        category: 'type',
        extras: { 'vreemde kolom': 'regel 1\nregel 2' },
      },
    ]);
  });

  it('is known as a workbook that Excel saved in its own way', async () => {
    const jobId = await failing('opgeslagen');
    const book = await openWorkbook(await get(jobId, 'xlsx'));
    const all = await Array.fromAsync(sheetRows(book, book.sheets[0] as never));
    const head = all[0]?.cells ?? [];
    const at = (name: string) => head.indexOf(name);
    const first = all[1]?.cells ?? [];
    first[at('begrip')] = '42';
    first[at('definitie')] = 'zaak die in een proef een getal als naam heeft';
    const strings: string[] = [];
    const cell = (text: string, place: string) => {
      if (/^\d+$/.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
      if (text === '') return '';
      strings.push(`<si><t xml:space="preserve">${encodeCellText(text)}</t></si>`);
      return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
    };
    const rows = [head, first].map(
      (cells, row) =>
        `<row r="${row + 1}">${head.map((_, i) => cell(cells[i] ?? '', `${columnName(i)}${row + 1}`)).join('')}</row>`,
    );
    const bytes = await handMade({
      sheets: [{ name: 'Te corrigeren', rows: rows.join('') }],
      strings: strings.join(''),
    });
    expect(await again(bytes, 'opgeslagen.xlsx')).toMatchObject({ retryOf: jobId, total: 1, succeeded: 1 });
  });

  it('is known as the archive it was, also when it was packed anew in a folder', async () => {
    const jobId = await failing('ingepakt');
    const files = Object.fromEntries(await unzip(await get(jobId, 'zip')));
    files['map/zonder.json'] = fileOf(definitionOf('met term ingepakt'));
    const inFolder = Object.fromEntries(Object.entries(files).map(([name, text]) => [`foutbestand/${name}`, text]));
    const secondId = await drive.import(await drive.upload(inFolder));
    await product.until(secondId, 'completed_with_errors');
    expect(await drive.job(secondId)).toMatchObject({ retryOf: jobId, total: 5, succeeded: 1, failed: 4 });
    const thirdId = await drive.import(await drive.upload(inFolder));
    await product.until(thirdId, 'completed_with_errors');
    expect(await drive.job(thirdId)).toMatchObject({ unchanged: 1, failed: 4 });
  });

  it('of another organisation, or with numbers that are none of ours, is an ordinary file, and that is said', async () => {
    const jobId = await failing('vreemd');
    const [row] = rowsOf(await get(jobId, 'csv')) as [Row];
    Object.assign(row, { begrip: 'vreemde rij', definitie: 'zaak die in een proef van een ander is' });
    const stranger = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    const foreign = await again(csvFrom([row]), 'vreemd.csv', stranger);
    expect(foreign).toMatchObject({ retryOf: null, succeeded: 1, findings: [{ code: 'error_file_foreign' }] });

    const counted = { ...row, 'Lexport rij': (row['Lexport rij'] ?? '').replace(/:1:/, ':2:'), begrip: 'doorgeteld' };
    const twice = await again(csvFrom([row, counted, { ...row, begrip: 'dubbel' }]), 'dubbel.csv');
    expect(twice).toMatchObject({ retryOf: jobId, succeeded: 3 });
    expect(twice.findings.map(({ code, params }) => [code, params?.count])).toEqual([
      ['error_file_recognised', 1],
      ['error_rows_unknown', 2],
    ]);
  });

  it('does not link to a job that is no import, or not there', async () => {
    const nowhere = {
      'Lexport rij': 'lexport:00000000-0000-4000-8000-000000000000:1:000000',
      begrip: 'nergens',
      definitie: 'zaak die in een proef nergens bij hoort',
    };
    expect(await again(csvFrom([nowhere]))).toMatchObject({ retryOf: null, succeeded: 1 });
  });
});
