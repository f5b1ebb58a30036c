import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';
import { readBatch } from '#server/batches/read-batch.ts';
import { readItem } from '#server/batches/read-item.ts';
import { readJob } from '#server/batches/read-job.ts';
import { editDefinition } from '#server/definitions/edit-definition.ts';
import { readDefinition } from '#server/definitions/read-definition.ts';
import { definitionOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { listSources } from '#server/uploads/list-sources.ts';

let product: Product;
let cleared: Actor;
let clerk: Actor;
let top: ReturnType<typeof driveJobs>;
let low: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  cleared = await product.person('lead', 'Parket', 'vertrouwelijk');
  clerk = await product.person('lead', 'Parket', 'intern');
  top = driveJobs(product, cleared);
  low = driveJobs(product, clerk);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const plan = async (jobId: string) => {
  const { rows } = await product.services.pool.query<{ said: string }>(
    `SELECT decision || ' ' || reason AS said FROM job_items WHERE job_id = $1 ORDER BY position`,
    [jobId],
  );
  return rows.map(({ said }) => said);
};
const findingsOf = async (drive: typeof top, jobId: string, position = 0) => {
  const { findings } = await readItem(product.services, drive === top ? cleared : clerk, jobId, position);
  return findings;
};
const DONE = ['completed', 'completed_with_errors'] as const;
const hidden = { classification: 'vertrouwelijk' } as const;

describe('an import by somebody who may not see everything', () => {
  it('finds nothing of what is hidden: no match, no update, no difference, no name that is taken', async () => {
    const [secret] = await top.store([definitionOf('geheim begrip', hidden)]);
    const jobId = await low.importOf([definitionOf('geheim begrip', { explanation: 'Van buiten.' })], {
      conflict: 'overwrite',
    });
    expect(await product.until(jobId, ...DONE)).toMatchObject({ succeeded: 1, failed: 0 });
    expect(await plan(jobId)).toEqual(['new not_there_yet']);
    expect(JSON.stringify(await findingsOf(low, jobId))).not.toContain(secret as string);
    const { explanation, version } = await readDefinition(product.services, cleared, secret as string);
    expect([explanation, version]).toEqual([null, 1]);
  });

  it('takes another id for what names a hidden one, as for one of another organisation', async () => {
    const [secret] = await top.store([definitionOf('geheim nummer', hidden)]);
    const files = { 'a.json': JSON.stringify({ ...fileWithId('iets anders', secret as string) }) };
    const jobId = await low.import(await low.upload(files));
    expect(await product.until(jobId, ...DONE)).toMatchObject({ succeeded: 1 });
    expect((await low.items(jobId))[0]?.definitionId).not.toBe(secret);
  });

  it('is told of no hidden neighbour, and warned of no link that leads to one only', async () => {
    const text = 'register waarin de griffie van een gerecht de stand van iedere zaak bijhoudt voor partijen';
    await top.store([definitionOf('verborgen buur', { ...hidden, definition: text })]);
    const contents = [
      definitionOf('open buur', { definition: text }),
      definitionOf('verwijst ernaar', {
        relations: [{ type: 'related', targetId: null, targetTerm: 'verborgen buur' }],
      }),
    ];
    for (const drive of [low, top]) {
      const jobId = await drive.importOf(
        contents.map((content) => ({ ...content, term: `${content.term} ${drive === low ? 'laag' : 'hoog'}` })),
      );
      await product.until(jobId, ...DONE);
      const found = JSON.stringify([await findingsOf(drive, jobId, 0), await findingsOf(drive, jobId, 1)]);
      // Also for who may see it: what is remarked is kept with a definition that others may see.
      expect(found.replace(/"value":"verborgen buur"|"target":"verborgen buur"/g, '')).not.toContain('verborgen buur');
      expect(found).toContain('reference_dangling');
    }
  });

  it('keeps of one upload what is higher out of what is remarked on what is lower', async () => {
    const text = 'overeenkomst waarbij een verdachte afziet van een gewone behandeling van zijn zaak';
    const jobId = await top.importOf([
      definitionOf('lage tweeling', { definition: text }),
      definitionOf('hoge tweeling', { ...hidden, definition: text }),
    ]);
    await product.until(jobId, ...DONE);
    const byTerm = new Map((await top.items(jobId)).map(({ term, position }) => [term, position]));
    const of = async (term: string) => JSON.stringify(await findingsOf(top, jobId, byTerm.get(term)));
    expect(await of('lage tweeling')).not.toContain('hoge tweeling');
    expect(await of('hoge tweeling')).toContain('lage tweeling');
  });

  it('brings in nothing above what its starter may see', async () => {
    const jobId = await low.importOf([definitionOf('te hoog', hidden), definitionOf('goed')]);
    expect(await product.until(jobId, ...DONE)).toMatchObject({ succeeded: 1, failed: 1 });
    expect(await low.outcomes(jobId)).toEqual({ succeeded: 1, 'failed classification_above_clearance': 1 });
    expect(await readJob(product.services, clerk, jobId)).toMatchObject({ classification: 'intern' });
  });

  it('never lowers a classification, whatever the file says', async () => {
    const [id] = await top.store([definitionOf('blijft hoog', hidden)]);
    const jobId = await top.importOf(
      [definitionOf('blijft hoog', { classification: 'openbaar', explanation: 'Nieuw.' })],
      {
        conflict: 'overwrite',
      },
    );
    await product.until(jobId, ...DONE);
    const { classification, explanation } = await readDefinition(product.services, cleared, id as string);
    expect([classification, explanation]).toEqual(['vertrouwelijk', 'Nieuw.']);
    expect((await findingsOf(top, jobId)).map(({ code }) => code)).toContain('classification_kept');
  });
});

describe('a definition that comes to be classified higher', () => {
  it('is taken out of what was remarked on those that stay lower, by hand and by a job', async () => {
    const { pool } = product.services;
    const text = 'plaats waar stukken van overtuiging worden bewaard totdat over de zaak is beslist';
    for (const way of ['hand', 'batch'] as const) {
      const named = (name: string) => definitionOf(`${name} ${way}`, { definition: `${text} ${way}` });
      const [stays, rises] = (await top.store([named('blijft laag'), named('gaat omhoog')])) as [string, string];
      await product.until(await top.direct('validate', { ids: [stays, rises] }), ...DONE);
      const remarks = async () => {
        const { rows } = await pool.query('SELECT findings::text AS said FROM definitions WHERE id = $1', [stays]);
        return rows[0].said as string;
      };
      expect(await remarks()).toContain(rises);
      if (way === 'hand')
        await editDefinition(product.services, cleared, {
          id: rises,
          version: null,
          patch: { classification: 'vertrouwelijk', reason: 'proef' },
        });
      else await product.until(await top.update({ ids: [rises] }, { set: hidden }), ...DONE);
      expect(await remarks()).not.toContain(rises);
      expect(await remarks()).not.toContain(`gaat omhoog ${way}`);
    }
  });
});

describe('what an import is classified as', () => {
  const classified = async (actor: Actor, jobId: string) =>
    (await readJob(product.services, actor, jobId)).classification;

  it.each<[Classification, Classification[]]>([
    ['openbaar', ['openbaar', 'openbaar']],
    ['intern', ['openbaar', 'intern']],
    ['vertrouwelijk', ['openbaar', 'vertrouwelijk', 'intern']],
  ])('is %s for %s, and the same holds for its upload', async (highest, given) => {
    const contents = given.map((classification, index) => definitionOf(`${highest} ${index}`, { classification }));
    const jobId = await top.importOf(contents);
    await product.until(jobId, ...DONE);
    expect(await classified(cleared, jobId)).toBe(highest);
    const { batchId, upload } = await readJob(product.services, cleared, jobId);
    const isHidden = highest === 'vertrouwelijk';
    const seen = await readBatch(product.services, clerk, batchId).then(
      () => true,
      () => false,
    );
    const { items } = await listSources(product.services, clerk, { limit: 50 });
    expect([seen, items.some(({ id }) => id === upload?.id)]).toEqual([!isHidden, !isHidden]);
  });

  it('is what its starter may see as long as nobody has read it', async () => {
    const uploadId = await top.upload({ 'a.json': JSON.stringify({ term: 'nog niet gelezen' }) });
    const { items } = await listSources(product.services, clerk, { limit: 50 });
    expect(items.map(({ id }) => id)).not.toContain(uploadId);
  });

  it('counts what it would change, not only what it brings', async () => {
    await top.store([definitionOf('al hoog', hidden)]);
    const jobId = await top.importOf([definitionOf('al hoog')]);
    await product.until(jobId, ...DONE);
    expect(await classified(cleared, jobId)).toBe('vertrouwelijk');
  });
});

describe('a look-up', () => {
  it('finds what its starter may see, and is as high as what it found', async () => {
    await top.store([definitionOf('op te zoeken hoog', hidden), definitionOf('op te zoeken laag')]);
    for (const [drive, term, outcome, classification] of [
      [low, 'op te zoeken hoog', 'skipped', 'openbaar'],
      [top, 'op te zoeken hoog', 'succeeded', 'vertrouwelijk'],
      [top, 'op te zoeken laag', 'succeeded', 'intern'],
    ] as const) {
      const jobId = await drive.query([term], { fuzzy: false });
      await product.until(jobId, ...DONE);
      expect(await drive.outcomes(jobId)).toEqual({ [outcome]: 1 });
      expect((await drive.job(jobId)).classification).toBe(classification);
    }
    const fuzzy = await low.query(['op te zoeken hoogst'], { fuzzy: true });
    await product.until(fuzzy, ...DONE);
    const answers = (await low.download(fuzzy, 'answers')).toString('latin1');
    expect(answers).not.toContain('op te zoeken hoog"');
  });
});

function fileWithId(term: string, id: string) {
  const { definition, category } = definitionOf(term);
  return { schemaVersion: 1, id, term, definition, category };
}
