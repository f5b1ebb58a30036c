import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { definitionOf, definitionsOf, driveJobs, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { startHeld } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import type { Answer } from './answer.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let ids: string[];

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  ids = await drive.store([
    definitionOf('Verdachte', { synonyms: ['beklaagde', 'Beschuldigde'], preferredTerm: 'verdachte persoon' }),
    definitionOf('verdachte', { organisationalContext: ['DJI'], status: 'established' }),
    definitionOf('aangever', { synonyms: ['verdachte'] }),
    definitionOf('oud begrip', { status: 'archived' }),
    definitionOf('weg begrip'),
    definitionOf('=HYPERLINK("x")', { definition: 'regel een\u2028regel twee; met "tekens"' }),
  ]);
  await product.until(await drive.direct('delete', { ids: [ids[4] as string] }), 'completed');
  const outsider = await product.person('lead', 'Andere organisatie');
  await driveJobs(product, outsider).store([definitionOf('geheim')]);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

type Options = Parameters<typeof drive.query>[1];

async function ask(terms: string[], options: Options = {}) {
  const jobId = await drive.query(terms, options);
  await product.until(jobId, 'completed');
  const files = await unzip(await drive.download(jobId, 'answers'));
  const { answers } = JSON.parse(files.get('antwoorden.json') ?? '{"answers":[]}') as { answers: Answer[] };
  return { jobId, files, answers };
}

async function reasonsOf(jobId: string) {
  const { rows } = await product.services.pool.query(
    'SELECT term, status, reason, definition_id AS id FROM job_items WHERE job_id = $1 ORDER BY position',
    [jobId],
  );
  return rows;
}

describe('looking up terms', () => {
  it('finds them by term, preferred term and synonym, whatever capitals and white space, in the order they were asked', async () => {
    const { jobId, answers } = await ask(['  VERDACHTE. ', 'onbekend', 'Verdachte  persoon', 'beklaagde', 'beklaagde']);
    expect(answers.map(({ term, outcome }) => [term, outcome])).toEqual([
      ['  VERDACHTE. ', 'found'],
      ['onbekend', 'not_found'],
      ['Verdachte  persoon', 'found'],
      ['beklaagde', 'found'],
      ['beklaagde', 'found'],
    ]);
    expect(answers[0]?.matches.map(({ id, foundBy }) => [id, foundBy])).toEqual([
      [ids[1], 'term'],
      [ids[0], 'term'],
      [ids[2], 'synonym'],
    ]);
    expect(answers[2]?.matches).toMatchObject([{ id: ids[0], foundBy: 'preferred_term', status: 'draft', version: 1 }]);
    expect(await reasonsOf(jobId)).toMatchObject([
      { status: 'succeeded', reason: 'found_by_term', id: ids[1] },
      { status: 'skipped', reason: 'nothing_found', id: null },
      { status: 'succeeded', reason: 'found_by_other_name', id: ids[0] },
      { status: 'succeeded', reason: 'found_by_other_name', id: ids[0] },
      { status: 'succeeded', reason: 'found_by_other_name', id: ids[0] },
    ]);
  });

  it('finds nothing that is archived, deleted or of another organisation', async () => {
    const { answers } = await ask(['oud begrip', 'weg begrip', 'geheim'], { fuzzy: true });
    for (const { matches } of answers) expect(matches.map(({ id }) => id)).not.toContain(ids[3]);
    expect(answers.map(({ outcome }) => outcome)).not.toContain('found');
    expect(JSON.stringify(answers)).not.toMatch(/geheim wordt|weg begrip wordt/);
  });

  it('looks at terms only, when asked', async () => {
    const { answers } = await ask(['beklaagde', 'verdachte'], { includeSynonyms: false });
    expect(answers.map(({ matches }) => matches.length)).toEqual([0, 2]);
  });

  it('suggests what resembles a term it does not find, when asked', async () => {
    const { jobId, answers } = await ask(['verdagte', 'qqqq', 'aangever'], { fuzzy: true });
    expect(answers.map(({ outcome }) => outcome)).toEqual(['similar', 'not_found', 'found']);
    expect(answers[0]?.matches[0]).toMatchObject({ foundBy: 'similarity', similarity: expect.any(Number) });
    expect(answers[0]?.matches.length).toBeLessThanOrEqual(3);
    expect(await reasonsOf(jobId)).toMatchObject([{ status: 'skipped', reason: 'only_similar', id: null }, {}, {}]);
  });

  it('answers in the files that were asked for, in a table that a Dutch spreadsheet opens and that holds no formula', async () => {
    const { files, answers } = await ask(['=HYPERLINK("x")', 'verdachte', 'onbekend']);
    expect([...files.keys()].sort()).toEqual(['antwoorden.csv', 'antwoorden.json']);
    expect(answers[0]?.matches[0]?.definition).toBe('regel een\u2028regel twee; met "tekens"');
    const csv = files.get('antwoorden.csv') ?? '';
    expect(csv.startsWith('\ufeffgezocht;uitkomst;')).toBe(true);
    const rows: string[][] = parse(csv, { delimiter: ';', bom: true });
    expect(rows.map(([term, outcome, by]) => [term, outcome, by])).toEqual([
      ['gezocht', 'uitkomst', 'gevonden via'],
      ['\'=HYPERLINK("x")', 'gevonden', 'begrip'],
      ['verdachte', 'gevonden', 'begrip'],
      ['verdachte', 'gevonden', 'begrip'],
      ['verdachte', 'gevonden', 'synoniem'],
      ['onbekend', 'niet gevonden', ''],
    ]);
    const only = await ask(['verdachte'], { formats: ['csv'] });
    expect([...only.files.keys()]).toEqual(['antwoorden.csv']);
  });

  it('answers thousands of terms, each once and in order', async () => {
    await drive.store(definitionsOf('veel', 400));
    const terms = Array.from({ length: 3_000 }, (_, index) => `veel ${String(index % 800).padStart(4, '0')}`);
    const { jobId, answers } = await ask(terms, { chunkSize: 'auto', parallelism: 4 });
    expect(answers.map(({ term }) => term)).toEqual(terms);
    const found = terms.filter((_, index) => index % 800 < 400).length;
    expect(await drive.job(jobId)).toMatchObject({ succeeded: found, skipped: 3_000 - found, failed: 0 });
  });

  it('gives the answers so far when it is stopped, and none when it is taken back', async () => {
    const terms = Array.from({ length: 80 }, () => 'verdachte');
    for (const keep of [true, false]) {
      const start = () => drive.query(terms, { parallelism: 1 });
      const { jobId, held } = await startHeld(product.url, start, 45);
      await cancelJob(product.services, lead, jobId, { keep });
      await held.release();
      await product.until(jobId, keep ? 'cancelled' : 'rolled_back');
      const { artifacts } = await drive.job(jobId);
      expect(artifacts.map(({ kind }) => kind)).toEqual(keep ? ['answers'] : []);
      if (!keep) continue;
      const files = await unzip(await drive.download(jobId, 'answers'));
      expect(JSON.parse(files.get('antwoorden.json') ?? '').answers).toHaveLength(60);
    }
  });

  it('changes nothing, so there is nothing to undo', async () => {
    const { jobId } = await ask(['verdachte']);
    await expect(undoJob(product.services, lead, jobId, {})).rejects.toMatchObject({ code: 'not_supported' });
  });
});

it('is done again as a whole, what was found and what was not, when its file could not be written', async () => {
  const { storage } = product.engine;
  const write = storage.write;
  storage.write = (key, source) => {
    if (key.startsWith('artifacts/')) throw new Error('a disk that refuses');
    return write(key, source);
  };
  const terms = ['verdachte', 'onbekend', 'aangever'];
  const jobId = await drive.query(terms);
  try {
    await product.until(jobId, 'failed');
  } finally {
    storage.write = write;
    product.log.length = 0;
  }
  const [again] = (await retryItems(product.services, lead, jobId, { items: 'all' })).jobs;
  await product.until(again?.id ?? '', 'completed');
  const files = await unzip(await drive.download(again?.id ?? '', 'answers'));
  const { answers } = JSON.parse(files.get('antwoorden.json') ?? '') as { answers: Answer[] };
  expect(answers.map(({ term, outcome }) => [term, outcome])).toEqual([
    ['verdachte', 'found'],
    ['onbekend', 'not_found'],
    ['aangever', 'found'],
  ]);
});
