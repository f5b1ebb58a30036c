import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { correctItem } from '#server/batches/correct-item.ts';
import { readItem } from '#server/batches/read-item.ts';
import { definitionOf, driveJobs, fileOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const SEIZURE = 'maatregel waarbij een opsporingsambtenaar een voorwerp aan de macht van de houder onttrekt';
const FILE = 'verzameling van stukken die op één strafzaak betrekking hebben';

const written = (term: string, definition: string, more: Partial<DefinitionContent> = {}) =>
  definitionOf(term, { definition, ...more });

/** A plan of an organisation of its own, and what a person does with it. */
async function planOf(name: string, stored: readonly DefinitionContent[], files: Record<string, string>) {
  const actor: Actor = await product.person('lead', name);
  const drive = driveJobs(product, actor);
  const ids = await drive.store(stored);
  const jobId = await drive.import(await drive.upload(files), { confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  const item = (position: number) => readItem(product.services, actor, jobId, position);
  return {
    jobId,
    ids,
    item,
    /** What rules about other definitions say of an item: rule and the other. */
    async remarks(position: number): Promise<string[]> {
      const { findings } = await item(position);
      return findings
        .filter(({ params }) => params?.other !== undefined)
        .map(({ code, params }) => `${code} ${params?.path ?? params?.other}`);
    },
    correct(position: number, content: DefinitionContent) {
      const { schemaVersion: _, ...fields } = definitionFile(content);
      return correctItem(product.services, actor, { jobId, position, revision: null, input: { fields } });
    },
    confirm: (overrides: Parameters<typeof confirmPlan>[3] & object) =>
      confirmPlan(product.services, actor, jobId, overrides),
  };
}

describe('an item that is corrected in a plan', () => {
  it('is compared with what is stored, as the check does', async () => {
    const plan = await planOf('Proefhof een', [written('beslag', SEIZURE)], { 'a.json': '{}' });
    const { item } = await plan.correct(0, written('inname', SEIZURE.replace('voorwerp', 'goed')));
    expect(await plan.remarks(0)).toEqual(['ESS-05 beslag']);
    expect(item.findings.find(({ code }) => code === 'ESS-05')?.params?.otherId).toBe(plan.ids[0]);
    await plan.correct(0, written('inname', `einde van een ${SEIZURE}, op verzoek van de rechthebbende`));
    expect(await plan.remarks(0)).toEqual(['SAM-03 beslag']);
    await plan.correct(0, written('beslag', `${SEIZURE} `, { category: 'proces' }));
    expect(await plan.remarks(0)).toEqual(['DUP-01 beslag']);
  });

  it('costs it what a rule about others finds', async () => {
    const plan = await planOf('Proefhof kosten', [written('beslag', SEIZURE)], { 'a.json': '{}', 'b.json': '{}' });
    const alone = await plan.correct(0, written('dossier', FILE));
    const nested = await plan.correct(1, written('inname', `${FILE} en daarna een ${SEIZURE}`));
    expect(nested.item.findings.map(({ code }) => code)).toContain('SAM-03');
    expect(nested.item).toMatchObject({ verdict: 'invalid' });
    expect(nested.item.qualityScore).toBeLessThan(alone.item.qualityScore as number);
  });

  it('is compared with the rest of the plan, and the rest with it', async () => {
    const plan = await planOf('Proefhof twee', [], {
      'a.json': fileOf(written('beslag', SEIZURE, { synonyms: ['blokkade'] })),
      'b.json': '{}',
      'c.json': fileOf(written('dossier', FILE)),
    });
    expect(await plan.remarks(0)).toEqual([]);
    await plan.correct(1, written('inname', SEIZURE.replace('voorwerp', 'goed'), { synonyms: ['blokkade'] }));
    expect(await plan.remarks(1)).toEqual(['DUP-01 beslag', 'SAM-08 beslag']);
    expect(await plan.remarks(0)).toEqual(['DUP-01 inname', 'SAM-08 inname']);
    await plan.correct(1, written('inname', 'tijdelijk bezit van een goed door de overheid'));
    expect(await plan.remarks(1)).toEqual([]);
    expect(await plan.remarks(0)).toEqual([]);
    expect(await plan.remarks(2)).toEqual([]);
  });

  it('closes a circle of relations, and opens it again', async () => {
    const to = (targetTerm: string) => [{ type: 'broader' as const, targetId: null, targetTerm }];
    const plan = await planOf(
      'Proefhof kring',
      [written('kring c', 'derde persoon die bij een zitting aanwezig is', { relations: to('kring a') })],
      {
        'a.json': fileOf(written('kring a', 'eerste stuk dat bovenop ligt', { relations: to('kring b') })),
        'b.json': '{}',
      },
    );
    await plan.correct(1, written('kring b', 'tweede stuk uit een dossier', { relations: to('kring c') }));
    expect(await plan.remarks(1)).toEqual(['SAM-05 kring b → kring c → kring a → kring b']);
    expect(await plan.remarks(0)).toEqual(['SAM-05 kring a → kring b → kring c → kring a']);
    await plan.correct(1, written('kring b', 'tweede stuk uit een dossier'));
    expect(await plan.remarks(1)).toEqual([]);
    expect(await plan.remarks(0)).toEqual([]);
  });

  it('takes a term away that others link to, and gives it back', async () => {
    const to = (targetTerm: string) => [{ type: 'broader' as const, targetId: null, targetTerm }];
    const plan = await planOf('Proefhof schakel', [], {
      'a.json': fileOf(written('schakel a', 'eerste stuk dat bovenop ligt', { relations: to('Schakel b') })),
      'b.json': fileOf(written('schakel b', 'tweede stuk uit een dossier')),
      'c.json': fileOf(written('schakel c', 'derde persoon die bij een zitting is', { relations: to('nergens') })),
    });
    const dangling = async (position: number) =>
      (await plan.item(position)).findings.flatMap(({ code, params }) =>
        code === 'reference_dangling' ? [params?.target] : [],
      );
    expect([await dangling(0), await dangling(2)]).toEqual([[], ['nergens']]);
    await plan.correct(1, written('ketting b', 'tweede stuk uit een dossier'));
    expect([await dangling(0), await dangling(2)]).toEqual([['Schakel b'], ['nergens']]);
    const { findings } = await plan.item(0);
    expect(findings.find(({ code }) => code === 'reference_dangling')?.params?.meant).toContain('schakel');
    await plan.correct(1, written('schakel b', 'tweede stuk uit een dossier', { relations: to('elders') }));
    expect([await dangling(0), await dangling(1), await dangling(2)]).toEqual([[], ['elders'], ['nergens']]);
  });

  it('is not compared with what the plan replaces, nor with another organisation', async () => {
    await planOf('Proefhof elders', [written('inname', SEIZURE)], { 'a.json': '{}' });
    const plan = await planOf('Proefhof drie', [written('beslag', SEIZURE)], {
      'a.json': fileOf(written('beslag', 'verbod om over een tegoed te beschikken')),
      'b.json': '{}',
    });
    await plan.correct(1, written('inname', SEIZURE));
    expect(await plan.remarks(1)).toEqual([]);
  });

  it('has each finding once, also what was found before its surroundings were known', async () => {
    const plan = await planOf('Proefhof eens', [written('beslag', SEIZURE)], {
      'a.json': fileOf(written('inname', SEIZURE.replace('een voorwerp', 'een  goed'))),
      'b.json': '{}',
    });
    const codes = async () => (await plan.item(0)).findings.map(({ code }) => code).sort();
    expect(await codes()).toEqual(['ESS-05', 'tidy_spacing']);
    await plan.correct(1, written('greep', SEIZURE.replace('voorwerp', 'zaak')));
    expect(await codes()).toEqual(['ESS-05', 'tidy_spacing']);
  });

  it('keeps a longer circle of texts that it has no part in', async () => {
    const plan = await planOf('Proefhof lang', [], {
      'a.json': fileOf(written('alfastuk', 'stuk dat na een betastuk wordt opgemaakt')),
      'b.json': fileOf(written('betastuk', 'stuk dat na een gammastuk wordt gelezen door de griffier')),
      'c.json': fileOf(written('gammastuk', 'bericht dat volgens een alfastuk aan partijen is verzonden')),
      'd.json': '{}',
    });
    const circle = await plan.remarks(0);
    expect(circle).toEqual(['SAM-05 alfastuk → betastuk → gammastuk → alfastuk']);
    await plan.correct(3, written('Alfastuk', 'kaart van een gebouw met daarop de zalen', { category: 'proces' }));
    expect(await plan.remarks(0)).toEqual(expect.arrayContaining(circle));
  });

  it('closes a longer circle of texts, and opens it again', async () => {
    const plan = await planOf('Proefhof rond', [], {
      'a.json': fileOf(written('alfastuk', 'stuk dat na een betastuk wordt opgemaakt')),
      'b.json': fileOf(written('betastuk', 'stuk dat na een gammastuk wordt gelezen door de griffier')),
      'c.json': '{}',
    });
    await plan.correct(2, written('gammastuk', 'bericht dat volgens een alfastuk aan partijen is verzonden'));
    expect(await plan.remarks(2)).toEqual(['SAM-05 gammastuk → alfastuk → betastuk → gammastuk']);
    expect(await plan.remarks(0)).toEqual(['SAM-05 alfastuk → betastuk → gammastuk → alfastuk']);
    expect(await plan.remarks(1)).toEqual(['SAM-05 betastuk → gammastuk → alfastuk → betastuk']);
    await plan.correct(2, written('gammastuk', 'bericht dat aan partijen is verzonden'));
    for (const position of [0, 1, 2]) expect(await plan.remarks(position)).toEqual([]);
  });
});

describe('an item that is decided otherwise', () => {
  it('meets what it is kept beside, with what that costs', async () => {
    const fixed = written('beslag', SEIZURE, { status: 'established', organisationalContext: [] });
    const plan = await planOf('Proefhof naast', [fixed, written('dossier', FILE)], {
      'a.json': fileOf({ ...fixed, definition: `${SEIZURE} of onttrok` }),
    });
    expect(await plan.remarks(0)).toEqual([]);
    const before = await plan.item(0);
    const context = { field: 'organisationalContext', value: 'Gerechtshof' } as const;
    await plan.confirm({ decision: 'apply', overrides: [{ position: 0, decision: 'keep_both', context }] });
    await product.until(plan.jobId, 'completed');
    expect(await plan.remarks(0)).toEqual(['DUP-01 beslag']);
    const after = await plan.item(0);
    expect(after.qualityScore).toBeLessThan(before.qualityScore as number);
  });

  it('keeps its score and what was found around it as a new version', async () => {
    const fixed = written('inname', SEIZURE.replace('voorwerp', 'goed'), { status: 'established' });
    const plan = await planOf('Proefhof versie', [fixed, written('beslag', SEIZURE)], {
      'a.json': fileOf({ ...fixed, definition: `einde van een ${SEIZURE}, op verzoek van de rechthebbende` }),
    });
    const before = await plan.item(0);
    expect(await plan.remarks(0)).toEqual(['SAM-03 beslag']);
    await plan.confirm({ decision: 'apply', overrides: [{ position: 0, decision: 'new_version' }] });
    await product.until(plan.jobId, 'completed');
    const after = await plan.item(0);
    expect(await plan.remarks(0)).toEqual(['SAM-03 beslag']);
    expect(after).toMatchObject({ verdict: before.verdict, qualityScore: before.qualityScore });
    const { rows } = await product.services.pool.query(
      'SELECT verdict, round(quality_score::numeric, 2)::float AS score, status FROM definitions WHERE id = $1',
      [plan.ids[0]],
    );
    expect(rows).toEqual([{ verdict: before.verdict, score: before.qualityScore, status: 'draft' }]);
  });
});
