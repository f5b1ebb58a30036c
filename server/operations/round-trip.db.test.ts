import JSZip from 'jszip';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { allSampleDefinitions, DANGLING_TERMS } from '#db/seed/sample-definitions/all-sample-definitions.ts';
import { seedDemo } from '#db/seed/seed-demo.ts';
import type { Actor } from '#domain/access.ts';
import { CONTENT_FIELDS, type DefinitionContent } from '#domain/definition.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { readReport } from '#server/batches/read-report.ts';
import { reportToCsv } from '#server/batches/report-to-csv.ts';
import { definitionOf, definitionsOf, driveJobs, fileOf, filesOf, unzip } from '#server/testing/drive-jobs.ts';
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

const EVERYTHING = { filter: {}, excludedIds: [] };
/** Everything a definition can carry, in letters and signs that careless software breaks. */
const RICH: DefinitionContent = {
  ...definitionOf('=rijk(A1); "gevuld" 📚'),
  definition: 'Regel één.\nRegel twee; met "aanhalingen", een \\ en een tab\ten één combinatie e\u0301.',
  status: 'review',
  ufoCategory: 'Relator',
  preferredTerm: 'rijk gevuld begrip',
  synonyms: ['-min', '+plus', '@apen', 'Müller, Żółć & <b>Đặng</b>'],
  antonyms: ['leeg'],
  examples: { sentence: ['Een zin.', 'Nog een; zin.'], practical: ['praktijk'], counter: ['tegenvoorbeeld'] },
  explanation: '  een toelichting die met spaties begint',
  sources: [
    { title: 'Wetboek van Strafvordering', uri: 'https://wetten.overheid.nl/BWBR0001903', citation: 'art. 27 lid 1' },
    { title: 'Zonder vindplaats', uri: null, citation: null },
  ],
  caseReferences: [{ kind: 'ecli', value: 'ECLI:NL:HR:2024:1234' }],
  legalMetadata: { nummer: '1.10', volg: '007' },
  chainPartners: ['DJI', 'Reclassering'],
  classification: 'vertrouwelijk',
  validFrom: '2024-01-31',
  validUntil: '2030-12-31',
  relations: [
    { type: 'broader', targetId: null, targetTerm: 'rijk doel' },
    { type: 'depends_on', targetId: null, targetTerm: 'nergens te vinden' },
  ],
  extras: { Kolom: 'waarde', diep: { lijst: [1, 1.5, null, true, { a: 'b' }], leeg: '' } },
};

async function exportAll(actor: Actor): Promise<Buffer> {
  const driven = driveJobs(product, actor);
  const jobId = await driven.export(EVERYTHING);
  await product.until(jobId, 'completed');
  return driven.download(jobId, 'archive');
}

async function importInto(
  actor: Actor,
  fileName: string,
  bytes: Buffer,
  status: 'completed' | 'completed_with_errors' = 'completed',
) {
  const driven = driveJobs(product, actor);
  const jobId = await driven.import(await uploadBytes(product.services, actor, fileName, bytes));
  await product.until(jobId, status);
  return jobId;
}

/** What an organisation has, by term and contexts, without what belongs to one system only: ids. */
async function library(actor: Actor): Promise<Map<string, DefinitionContent>> {
  const files = [...(await unzip(await exportAll(actor)))].filter(([name]) => name.startsWith('definities/'));
  const contents = files.map(([, text]) => JSON.parse(text) as DefinitionContent);
  return new Map(
    contents.map((content) => [
      JSON.stringify([content.term, content.legalContext, content.organisationalContext, content.legalBasis]),
      Object.fromEntries(CONTENT_FIELDS.map((field) => [field, content[field]])) as DefinitionContent,
    ]),
  );
}

describe('what goes out', () => {
  it('comes back as unchanged, whatever is in it, and is new in another organisation', async () => {
    await drive.importOf([
      RICH,
      definitionOf('rijk doel'),
      definitionOf('Rijk doel', { legalContext: ['Civiel recht'] }),
    ]);
    await drive.until(
      (await drive.importOf(definitionsOf('gewoon', 45))) as string,
      ({ status }) => status === 'completed',
    );
    const archive = await exportAll(lead);
    const again = await importInto(lead, 'export.zip', archive);
    expect((await drive.job(again)).plan).toEqual({ unchanged: 48 });
    expect((await drive.job(again)).findings).toEqual([]);

    const other = await product.person('lead', 'Raad voor de rechtspraak');
    const arrived = await importInto(other, 'export.zip', archive);
    expect((await driveJobs(product, other).job(arrived)).plan).toEqual({ new: 48 });
    expect(await library(other)).toEqual(await library(lead));
    const [rich] = [...(await library(other)).values()].filter((content) => content.term === RICH.term);
    const {
      relations,
      schemaVersion: _,
      ...rest
    } = definitionFile({ ...RICH, definition: RICH.definition.normalize('NFC') });
    expect(rich).toMatchObject({ ...rest, explanation: RICH.explanation?.trim() });
    expect(rich?.relations).toEqual(relations);
  });

  it('comes back as unchanged for every sample definition', async () => {
    await seedDemo({ databaseUrl: product.url, dataDir: product.dataDir });
    const owner = await product.person('lead', 'Openbaar Ministerie');
    const archive = await exportAll(owner);
    const jobId = await importInto(owner, 'export.zip', archive);
    const plan = (await drive.job(jobId)).plan ?? {};
    expect(Object.keys(plan)).toEqual(['unchanged']);
    expect(plan.unchanged).toBeGreaterThanOrEqual(allSampleDefinitions.length);

    const other = await product.person('lead', 'Centraal Justitieel Incassobureau');
    await importInto(other, 'export.zip', archive);
    const open = await openTerms(owner);
    expect(open).toEqual(expect.arrayContaining([...DANGLING_TERMS]));
    expect(await openTerms(other)).toEqual(open);
  });
});

/** The terms an organisation's links name and that lead nowhere yet. */
async function openTerms({ organisationId }: Actor): Promise<string[]> {
  const { rows } = await product.services.pool.query<{ term: string }>(
    `SELECT DISTINCT r.target_term AS term FROM definition_relations r JOIN definitions d ON d.id = r.definition_id
     WHERE d.organisation_id = $1 AND r.target_id IS NULL ORDER BY 1`,
    [organisationId],
  );
  return rows.map(({ term }) => term);
}

describe('an upload', () => {
  it('may be one CSV file; what it leaves out of a definition stays', async () => {
    const there = await product.person('lead', 'Reclassering Nederland');
    const driven = driveJobs(product, there);
    await driven.store([definitionOf('csv bestaand', { explanation: 'blijft staan', synonyms: ['ook'] })]);
    const rows = [
      'term;definition;category;organisationalContext;legalContext;legalBasis',
      'csv bestaand;persoon die in een proef opnieuw is omschreven;type;Rechtspraak;Strafrecht;art. 27 Sv',
      '"csv ""nieuw""; één";zaak die in een proef voor het eerst voorkomt;type;;;',
      ';zonder begrip;type;;;',
    ];
    const jobId = await importInto(
      there,
      'lijst.csv',
      Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`),
      'completed_with_errors',
    );
    expect(await driven.outcomes(jobId)).toEqual({ succeeded: 2, 'failed term_missing': 1 });
    const { rows: stored } = await product.services.pool.query(
      `SELECT term, definition, explanation, synonyms FROM definitions WHERE organisation_id = $1 ORDER BY term`,
      [there.organisationId],
    );
    expect(stored).toEqual([
      {
        term: 'csv "nieuw"; één',
        definition: 'zaak die in een proef voor het eerst voorkomt',
        explanation: null,
        synonyms: [],
      },
      {
        term: 'csv bestaand',
        definition: 'persoon die in een proef opnieuw is omschreven',
        explanation: 'blijft staan',
        synonyms: ['ook'],
      },
    ]);
  });

  it('may be one JSON file with a list', async () => {
    const there = await product.person('lead', 'Nationale Politie');
    const list = { definitions: definitionsOf('in een lijst', 5).map((content) => definitionFile(content)) };
    const jobId = await importInto(there, 'lijst.json', Buffer.from(JSON.stringify(list)));
    expect(await driveJobs(product, there).outcomes(jobId)).toEqual({ succeeded: 5 });
  });

  it('may mix JSON and CSV in folders; what systems leave in archives is passed over, what nobody knows is named', async () => {
    const files = {
      'map/a.json': fileOf(definitionOf('gemengd a')),
      'map/diep/b.json': JSON.stringify([
        definitionFile(definitionOf('gemengd b')),
        definitionFile(definitionOf('gemengd c')),
      ]),
      'map/lijst.csv': 'term,definition,category\ngemengd d,zaak uit een tabel in een map,type\n',
      '__MACOSX/map/._a.json': 'afval',
      'map/.DS_Store': 'afval',
      'map/plaatje.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      'map/leeg.json': '',
    };
    const jobId = await drive.import(await drive.upload(files));
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 4, 'failed format_unknown': 1, 'failed file_empty': 1 });
    const failed = await JSZip.loadAsync(await drive.download(jobId, 'error_file'));
    expect(await failed.file('map/leeg.json')?.async('string')).toBe('');
    expect(await failed.file('item-000005.json')?.async('nodebuffer')).toEqual(files['map/plaatje.png']);
  });
});

describe('the file of failed items', () => {
  it('holds each item as it came, says what is wrong, and comes in once corrected', async () => {
    const there = await product.person('lead', 'Raad voor de Kinderbescherming');
    const driven = driveJobs(product, there);
    const files = {
      ...filesOf(definitionsOf('foutbestand', 10)),
      'map/zonder.json': JSON.stringify({ ...definitionFile(definitionOf('x')), term: '' }, null, 2),
      'map/stuk.json': '{"term": "stuk"',
      'lijst.csv':
        'term;definition;category;vreemde kolom\nuit de lijst;;type;bewaar mij\ngoed;zaak die goed is;type;\n',
    };
    const jobId = await driven.import(await driven.upload(files));
    expect(await product.until(jobId, 'completed_with_errors')).toMatchObject({ succeeded: 11, failed: 3 });

    const failed = await unzip(await driven.download(jobId, 'error_file'));
    const list = JSON.parse(failed.get('lexport-errors.json') ?? '') as {
      file: string;
      errors: { code: string; nl: string }[];
    }[];
    expect(list.map(({ file, errors }) => [file, errors.map(({ code }) => code)])).toEqual([
      ['map/zonder.json', ['term_missing']],
      ['map/stuk.json', ['json_broken']],
      ['item-000013.json', ['definition_missing']],
    ]);
    for (const { errors } of list) for (const { nl } of errors) expect(nl).not.toMatch(/\{\w+\}/);
    expect(failed.get('map/stuk.json')).toBe(files['map/stuk.json']);
    expect(failed.get('map/zonder.json')).toBe(files['map/zonder.json']);

    const fromList = 'item-000013.json';
    const corrected = {
      ...Object.fromEntries(failed),
      'map/zonder.json': (failed.get('map/zonder.json') ?? '').replace('"term": ""', '"term": "hersteld a"'),
      'map/stuk.json': fileOf(definitionOf('hersteld b')),
      [fromList]: JSON.stringify({ ...JSON.parse(failed.get(fromList) ?? ''), definition: 'zaak die hersteld is' }),
    };
    const again = await driven.import(await driven.upload(corrected));
    expect(await product.until(again, 'completed')).toMatchObject({ total: 3, succeeded: 3 });
    const { rows } = await product.services.pool.query(
      `SELECT extras FROM definitions WHERE organisation_id = $1 AND term = 'uit de lijst'`,
      [there.organisationId],
    );
    expect(JSON.stringify(rows[0]?.extras)).toContain('bewaar mij');
  });
});

describe('the report', () => {
  it('adds up, and equals the items', async () => {
    const files: Record<string, string> = filesOf(definitionsOf('verslag', 30));
    for (const name of ['a', 'b', 'c', 'd']) files[`z-${name}.json`] = `{"term": "${name}"`;
    files['z-formule.json'] = JSON.stringify({ term: '=HYPERLINK("http://x")', definition: '' });
    files['0-weer.json'] = fileOf(definitionOf('verslag 0000'));
    const jobId = await drive.import(await drive.upload(files));
    await product.until(jobId, 'completed_with_errors');
    const report = await readReport(product.services, lead, jobId);
    const { total, ...rest } = report.totals;
    expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(report.totals).toMatchObject({ total: 36, succeeded: 30, skipped: 1, failed: 5, pending: 0 });
    expect(Object.values(report.decisions).reduce((sum, count) => sum + count, 0)).toBe(36);
    expect(report.decisions).toEqual({ new: 30, duplicate: 1, invalid: 5 });
    expect(report.verdicts.valid + report.verdicts.warnings + report.verdicts.invalid).toBe(36);
    expect(report.errors.map(({ code, count, examples }) => [code, count, examples.length])).toEqual([
      ['json_broken', 4, 3],
      ['definition_missing', 1, 1],
    ]);
    expect(report.successRate).toBeCloseTo(31 / 36);
    const phases = report.timings.phases.map(({ phase }) => phase);
    expect(phases).toEqual(['uploading', 'unpacking', 'checking', 'comparing', 'applying', 'finalizing']);
    expect(report.timings.phases.reduce((sum, { ms }) => sum + ms, 0)).toBe(report.timings.totalMs);
  });

  it('is a table that a Dutch spreadsheet opens, in which nothing is a formula and nothing is left to fill in', async () => {
    const files = {
      'a.json': fileOf(definitionOf('in de tabel')),
      'b.json': JSON.stringify({ term: '=1+1', definition: '', category: 'onbestaand' }),
      'c.json': '{"term": ',
    };
    const jobId = await drive.import(await drive.upload(files));
    await product.until(jobId, 'completed_with_errors');
    const csv = await reportToCsv(product.services, lead, jobId);
    expect(csv.startsWith('\ufeffnummer;bestand;regel;begrip;')).toBe(true);
    expect(csv).toContain('\r\n1;a.json;;in de tabel;new;succeeded;');
    expect(csv).toContain(";'=1+1;invalid;failed;");
    expect(csv).not.toMatch(/\{\w+\}/);
  });
});
