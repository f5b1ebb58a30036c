import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { listItems } from '#server/batches/list-items.ts';
import { qualityToCsv } from '#server/batches/quality-to-csv.ts';
import { readItemFacets } from '#server/batches/read-item-facets.ts';
import { readQuality } from '#server/batches/read-quality.ts';
import { readReport } from '#server/batches/read-report.ts';
import { reportToCsv } from '#server/batches/report-to-csv.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { listOrigins } from '#server/definitions/list-origins.ts';
import { readCollectionQuality } from '#server/definitions/read-collection-quality.ts';
import { readDefinition } from '#server/definitions/read-definition.ts';
import { readFacets } from '#server/definitions/read-facets.ts';
import { searchDefinitions } from '#server/definitions/search-definitions.ts';
import { definitionOf, definitionsOf, driveJobs, fileOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { listSources } from '#server/uploads/list-sources.ts';

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

const quality = (jobId: string) => readQuality(product.services, lead, jobId);
const issue = async (jobId: string, code: string) => (await quality(jobId)).issues.find((one) => one.code === code);

/** Nothing to remark, two kinds of remarks, no source, and what cannot be read. */
const good = (term: string) => definitionOf(term, { definition: 'zaak die in een proef wordt gebruikt' });
const spaced = (term: string) => definitionOf(term, { definition: 'zaak die  in een proef wordt gebruikt' });
const unsourced = (term: string) =>
  definitionOf(term, { definition: 'zaak die in een proef wordt gebruikt', legalBasis: [] });

async function mixedImport(name: string, options = {}): Promise<string> {
  const files = Object.fromEntries(
    [good(`${name} a`), good(`${name} b`), spaced(`${name} c`), spaced(`${name} d`), unsourced(`${name} e`)].map(
      (content, index) => [`${index}.json`, fileOf(content)],
    ),
  );
  const uploadId = await drive.upload({ ...files, '5.json': '{"term":"zonder definitie"}' });
  return drive.import(uploadId, options);
}

describe('the quality of a job', () => {
  it('adds up over its items, also while the plan waits for its confirmation', async () => {
    const jobId = await mixedImport('wachtend', { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    const found = await quality(jobId);
    expect(found).toMatchObject({ checked: 6, unscored: 1, withSource: 4, duplicates: 0, cycles: 0, unresolved: 0 });
    const { valid, warnings, invalid } = found.verdicts;
    expect(valid + warnings + invalid).toBe(6);
    expect(found.passRate).toBeCloseTo((6 - invalid) / 6);
    expect(found.scores.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(Object.values(found.categories).every((mean) => mean !== null && mean > 0 && mean <= 1)).toBe(true);
  });

  it('groups findings by rule, each with how many items have it and the first of them', async () => {
    const jobId = await mixedImport('gegroepeerd');
    await product.until(jobId, 'completed_with_errors');
    expect(await issue(jobId, 'tidy_spacing')).toMatchObject({
      severity: 'info',
      count: 2,
      share: 2 / 6,
      transform: 'spacing',
      example: { position: 2, term: 'gegroepeerd c' },
    });
    expect(await issue(jobId, 'CON-02')).toMatchObject({ count: 1, transform: null });
    expect(await issue(jobId, 'definition_missing')).toMatchObject({ severity: 'error', count: 1 });
  });

  it('is part of the report, and comes as CSV too, a line per number', async () => {
    const jobId = await mixedImport('in het rapport');
    await product.until(jobId, 'completed_with_errors');
    const found = await quality(jobId);
    expect((await readReport(product.services, lead, jobId)).quality).toEqual(found);
    const lines = qualityToCsv(found).split('\r\n');
    expect(lines[0]).toBe('\ufeffsoort;naam;aantal;aandeel;voorbeeld;omschrijving');
    expect(lines).toContain('telling;met bron;4;0,667;;');
    expect(lines.filter((line) => line.startsWith('score;'))).toHaveLength(10);
    expect(lines.find((line) => line.startsWith('bevinding;tidy_spacing;2;0,333;in het rapport c;'))).toBeDefined();
  });

  it('counts an item once, however often it has a finding', async () => {
    const relations = ['een', 'twee'].map((targetTerm) => {
      return { type: 'related' as const, targetId: null, targetTerm: `nergens ${targetTerm}` };
    });
    const jobId = await drive.importOf([{ ...good('verwijst dubbel'), relations }, good('verwijst niet')]);
    await product.until(jobId, 'completed');
    expect(await quality(jobId)).toMatchObject({ unresolved: 1 });
    expect(await issue(jobId, 'reference_dangling')).toMatchObject({ count: 1, share: 0.5 });
  });

  it('says what changes do to the score of what is there, per item and together', async () => {
    const worse = { ...good('slechter'), definition: 'om te zorgen dat iets kan gebeuren' };
    const better = unsourced('beter');
    await drive.store([good('slechter'), better, good('gelijk')]);
    const files = [worse, good('beter'), good('gelijk'), good('gloednieuw')].map((one, at) => [
      `${at}.json`,
      fileOf(one),
    ]);
    const jobId = await drive.import(await drive.upload(Object.fromEntries(files)), { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    const items = (await listItems(product.services, lead, jobId, { limit: 50 })).items;
    // Without its legal basis it is another definition: the identity has it.
    expect(items.map(({ decision }) => decision)).toEqual(['update', 'new', 'unchanged', 'new']);
    const [changed, ...others] = items;
    expect(changed?.scoreBefore).toBeGreaterThan(changed?.qualityScore as number);
    expect(others.every(({ scoreBefore }) => scoreBefore === null)).toBe(true);
    const said = { count: 1, before: changed?.scoreBefore, after: changed?.qualityScore, higher: 0, lower: 1 };
    expect((await quality(jobId)).rescored).toEqual(said);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
    expect((await quality(jobId)).rescored).toEqual(said);
    const csv = (await reportToCsv(product.services, lead, jobId)).split('\r\n').map((line) => line.split(';'));
    const column = (name: string) => csv.slice(1, 5).map((line) => line[csv[0]?.indexOf(name) ?? -1]);
    const points = (score: number | null | undefined) => String(Math.round((score ?? 0) * 100));
    expect(column('oordeel')[0]).toBe('invalid');
    expect(column('score voor')).toEqual([points(changed?.scoreBefore), '', '', '']);
    expect(column('score na')[0]).toBe(points(changed?.qualityScore));
  });

  it('carries verdicts and scores of an export, and does not claim to have looked', async () => {
    const ids = await drive.store([good('mee in export'), unsourced('ook mee in export')]);
    const jobId = await drive.export({ ids });
    await product.until(jobId, 'completed');
    expect(await quality(jobId)).toMatchObject({ checked: 2, withSource: null, issues: [] });
  });

  it('is there after a check of what was there already', async () => {
    const ids = await drive.store([good('nagekeken a'), unsourced('nagekeken b')]);
    const jobId = await drive.direct('validate', { ids });
    await product.until(jobId, 'completed');
    expect(await quality(jobId)).toMatchObject({ checked: 2, withSource: 1 });
  });

  it('is not there for another organisation', async () => {
    const stranger = await product.person('lead', 'Elders');
    const jobId = await mixedImport('van ons');
    await product.until(jobId, 'completed_with_errors');
    await expect(readQuality(product.services, stranger, jobId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readItemFacets(product.services, stranger, jobId, {})).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the items of a job', () => {
  it('are narrowed by rule, severity, verdict and score, each with counts that say so beforehand', async () => {
    const jobId = await mixedImport('gefilterd');
    await product.until(jobId, 'completed_with_errors');
    const facets = await readItemFacets(product.services, lead, jobId, {});
    const total = async (filter: object) =>
      (await listItems(product.services, lead, jobId, { limit: 50, ...filter })).total;
    for (const [name, values] of Object.entries(facets)) {
      if (name === 'score') continue;
      for (const { value, count } of values)
        expect([name, value, await total({ [name]: name === 'reason' ? [value] : value })]).toEqual([
          name,
          value,
          count,
        ]);
    }
    for (const { value, count } of facets.score) {
      const from = Number(value) / 10;
      const range = { minScore: from, maxScore: Number(value) === 9 ? 1 : from + 0.09 };
      expect([value, await total(range)]).toEqual([value, count]);
    }
    expect(await total({ rule: 'tidy_spacing', severity: 'info' })).toBe(2);
    expect(await total({ rule: 'tidy_spacing', severity: 'error' })).toBe(0);
    // Without a source it lacks points there, and what cannot be read has none anywhere.
    expect(await total({ failsIn: 'samenhang' })).toBe(1);
    expect(await total({ failsIn: 'structuur' })).toBe(0);
    expect(
      (await readItemFacets(product.services, lead, jobId, { failsIn: 'samenhang' })).rule.map(({ value }) => value),
    ).toContain('CON-02');
  });

  it('are counted per value while the other filters stay', async () => {
    const jobId = await mixedImport('anders gefilterd');
    await product.until(jobId, 'completed_with_errors');
    const facets = await readItemFacets(product.services, lead, jobId, { rule: 'tidy_spacing' });
    expect(facets.status).toEqual([{ value: 'succeeded', count: 2 }]);
    expect(facets.severity).toEqual([{ value: 'info', count: 2 }]);
    expect(facets.rule.map(({ value }) => value)).toContain('CON-02');
  });
});

describe('repairing the same in many definitions', () => {
  it('shows a plan first, repairs exactly those of a job, and can be taken back', async () => {
    const elsewhere = await drive.store([spaced('niet van deze batch')]);
    const jobId = await mixedImport('te herstellen');
    await product.until(jobId, 'completed_with_errors');
    const filter = { job: jobId, rule: 'tidy_spacing' };
    const before = await drive.contents();
    const repair = await drive.update({ filter, excludedIds: [] }, { transform: ['spacing'], confirm: true });
    expect(await product.until(repair, 'awaiting_confirmation')).toMatchObject({ total: 2 });
    expect(await drive.contents()).toEqual(before);
    await confirmPlan(product.services, lead, repair, { decision: 'apply' });
    expect(await product.until(repair, 'completed')).toMatchObject({ succeeded: 2 });
    const repaired = await searchDefinitions(product.services, lead, { limit: 50, job: jobId });
    expect(repaired.items.every(({ definition }) => !definition.includes('  '))).toBe(true);
    expect((await readDefinition(product.services, lead, elsewhere[0] as string)).definition).toContain('  ');
    expect(await searchDefinitions(product.services, lead, { limit: 50, ...filter })).toMatchObject({ total: 0 });
    await undoJob(product.services, lead, repair, {});
    await product.until(repair, 'rolled_back');
    expect(await drive.contents()).toEqual(before);
  });

  it('never touches what is established, and says what was fine already', async () => {
    const ids = await drive.store([
      { ...spaced('al vastgesteld'), status: 'established' },
      spaced('nog concept'),
      good('al goed'),
    ]);
    const jobId = await drive.update({ ids }, { transform: ['spacing', 'end_punctuation'] });
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ skipped: 1, succeeded: 1, unchanged: 1 });
    expect((await readDefinition(product.services, lead, ids[0] as string)).version).toBe(1);
  });
});

describe('the quality of the collection', () => {
  it('is about what is in use in the own organisation, and finds it in the list by the same filter', async () => {
    const own = await product.person('lead', 'Verzameling');
    const mine = driveJobs(product, own);
    await mine.store([good('v a'), spaced('v b'), unsourced('v c'), { ...spaced('v d'), status: 'archived' }]);
    const found = await readCollectionQuality(product.services, own);
    expect(found).toMatchObject({ checked: 3, withSource: 2 });
    const spacing = found.issues.find(({ code }) => code === 'tidy_spacing');
    expect(spacing).toMatchObject({ count: 1, example: { position: null, term: 'v b' } });
    const list = (filter: object) => searchDefinitions(product.services, own, { limit: 50, ...filter });
    expect(await list({ rule: 'tidy_spacing' })).toMatchObject({ total: 1 });
    expect(await list({ failsIn: 'samenhang' })).toMatchObject({ total: 1, items: [{ term: 'v c' }] });
    const facets = await readFacets(product.services, own, { failsIn: 'samenhang' });
    expect(facets).toMatchObject({ total: 1, status: [{ count: 1 }] });
    for (const [bin, count] of found.scores.entries()) {
      const range = { minScore: bin / 10, maxScore: bin === 9 ? 1 : bin / 10 + 0.09 };
      expect(await list(range)).toMatchObject({ total: count });
    }
  });
});

describe('where a definition came from', () => {
  it('is told batch by batch, newest first: file, decision, from which version to which', async () => {
    const first = await drive.importOf([good('herkomst')]);
    await product.until(first, 'completed');
    const { items } = await searchDefinitions(product.services, lead, { limit: 1, job: first });
    const id = items[0]?.id as string;
    const again = await drive.importOf([good('herkomst')]);
    await product.until(again, 'completed');
    const changed = await drive.update({ ids: [id] }, { set: { explanation: 'Nader toegelicht.' } });
    await product.until(changed, 'completed');
    const { items: origins } = await listOrigins(product.services, lead, id);
    expect(origins).toMatchObject([
      { jobId: changed, operation: 'update', upload: null, outcome: 'succeeded', fromVersion: 1, toVersion: 2 },
      { jobId: again, operation: 'import', decision: 'unchanged', outcome: 'unchanged', toVersion: null },
      {
        jobId: first,
        decision: 'new',
        outcome: 'succeeded',
        fromVersion: null,
        toVersion: 1,
        position: 0,
        source: { file: '000000.json' },
        createdBy: { id: lead.id },
      },
    ]);
  });

  it('is nobody else’s business', async () => {
    const stranger = await product.person('lead', 'Buiten');
    const [id] = await drive.store(definitionsOf('niet van hen', 1));
    await expect(listOrigins(product.services, stranger, id as string)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the files that came in', () => {
  it('are listed with the imports each was used for, and found by their bytes', async () => {
    const own = await product.person('lead', 'Bestanden');
    const mine = driveJobs(product, own);
    const upload = async () => mine.upload({ 'a.json': fileOf(good('uit een bestand')) });
    const jobId = await mine.import(await upload());
    await product.until(jobId, 'completed');
    await upload();
    const all = await listSources(product.services, own, { limit: 50 });
    expect(all.total).toBe(2);
    expect(all.items[1]).toMatchObject({
      createdBy: { id: own.id },
      imports: [{ jobId, status: 'completed', succeeded: 1, failed: 0, total: 1 }],
    });
    const sha256 = all.items[1]?.sha256 as string;
    const same = await listSources(product.services, own, { limit: 1, sha256 });
    expect(same.items).toHaveLength(1);
    expect(same.items[0]?.times).toBe(same.total);
    const next = await listSources(product.services, own, { limit: 1, cursor: same.nextCursor ?? undefined, sha256 });
    expect(next.items.length).toBe(same.total > 1 ? 1 : next.items.length);
    expect(await listSources(product.services, own, { limit: 50, q: 'bestaat niet' })).toMatchObject({ total: 0 });
    expect(await listSources(product.services, await product.person('lead', 'Anderen'), { limit: 50 })).toMatchObject({
      total: 0,
    });
  });
});
