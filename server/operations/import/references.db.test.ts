import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent, Relation } from '#domain/definition.ts';
import { definitionOf, driveJobs, fileOf, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

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

const to = (...terms: string[]): Relation[] =>
  terms.map((targetTerm) => ({ type: 'related', targetId: null, targetTerm }));
const referring = (term: string, ...terms: string[]) => definitionOf(term, { relations: to(...terms) });

/** What each term's relations are linked to, as terms; null where a link is open. */
async function linksOf(organisationId: string, prefix: string): Promise<Record<string, (string | null)[]>> {
  const { rows } = await product.services.pool.query<{ term: string; targets: (string | null)[] }>(
    `SELECT d.term, array_agg(t.term ORDER BY r.position) AS targets FROM definitions d
     JOIN definition_relations r ON r.definition_id = d.id LEFT JOIN definitions t ON t.id = r.target_id
     WHERE d.organisation_id = $1 AND d.term LIKE $2 GROUP BY d.term`,
    [organisationId, `${prefix}%`],
  );
  return Object.fromEntries(rows.map(({ term, targets }) => [term, targets]));
}

async function imported(contents: readonly DefinitionContent[], options: Parameters<typeof drive.importOf>[1] = {}) {
  const jobId = await drive.importOf(contents, options);
  await product.until(jobId, 'completed');
  return jobId;
}

const findingsOf = async (jobId: string, code: string) => {
  const { rows } = await product.services.pool.query(
    `SELECT term, f -> 'params' AS params FROM job_items, jsonb_array_elements(findings) f
     WHERE job_id = $1 AND f ->> 'code' = $2 ORDER BY position`,
    [jobId, code],
  );
  return rows;
};

describe('what an item refers to', () => {
  it('is committed before it, however many lanes there are and wherever it stands in the upload', async () => {
    const { pool } = product.services;
    await pool.query(`
      CREATE TABLE order_seen (term text, in_place boolean);
      CREATE FUNCTION see_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO order_seen SELECT NEW.term, EXISTS (SELECT FROM definitions d WHERE lower(d.term) = lower(r ->> 'targetTerm'))
        FROM jsonb_array_elements(NEW.relations) r;
        RETURN NULL; END $$;
      CREATE TRIGGER see_order AFTER INSERT ON definitions FOR EACH ROW WHEN (NEW.term LIKE 'keten%') EXECUTE FUNCTION see_order()`);
    // Ten chains of twelve, each from the last to the first, all mixed.
    const contents = Array.from({ length: 120 }, (_, index) => {
      const [chain, link] = [index % 10, Math.floor(index / 10)];
      return link === 11
        ? referring(`keten ${chain} ${link}`)
        : referring(`keten ${chain} ${link}`, `keten ${chain} ${link + 1}`);
    });
    await imported(contents, { chunkSize: 3, parallelism: 8 });
    const { rows } = await pool.query('SELECT in_place, count(*)::int AS count FROM order_seen GROUP BY 1');
    expect(rows).toEqual([{ in_place: true, count: 110 }]);
    const links = await linksOf(lead.organisationId, 'keten');
    expect(links['keten 3 0']).toEqual(['keten 3 1']);
    expect(Object.values(links).flat()).not.toContain(null);
  });

  it('may lead round in a circle: everything is written, then linked, and it is said', async () => {
    const circle = [
      referring('kring a', 'kring b'),
      referring('kring b', 'kring c'),
      referring('kring c', 'kring a', 'kring c'),
      referring('kring los', 'kring a'),
    ];
    const jobId = await imported(circle, { chunkSize: 1, parallelism: 4 });
    expect(await linksOf(lead.organisationId, 'kring')).toEqual({
      'kring a': ['kring b'],
      'kring b': ['kring c'],
      'kring c': ['kring a', 'kring c'],
      'kring los': ['kring a'],
    });
    expect((await findingsOf(jobId, 'SAM-05')).map(({ term, params }) => [term, params.path])).toEqual([
      ['kring a', 'kring a → kring b → kring c → kring a'],
      ['kring b', 'kring b → kring c → kring a → kring b'],
      ['kring c', 'kring c → kring c'],
    ]);
  });

  it('may be there already, in whatever capitals', async () => {
    await imported([definitionOf('er al'), definitionOf('ook e.d.')]);
    const jobId = await imported([referring('wijst naar wat er is', 'Er Al', 'ook e.d.')]);
    expect(await findingsOf(jobId, 'reference_dangling')).toEqual([]);
    expect((await linksOf(lead.organisationId, 'wijst naar wat'))['wijst naar wat er is']).toEqual([
      'er al',
      'ook e.d.',
    ]);
  });

  it('may not be there yet: that is a warning, and the link is made once it is', async () => {
    const jobId = await imported([
      referring('wachtend', 'nog niet daar'),
      referring('wijst naar iets ongeldigs', 'ongeldig'),
    ]);
    expect(await findingsOf(jobId, 'reference_dangling')).toEqual([
      { term: 'wachtend', params: { target: 'nog niet daar' } },
      { term: 'wijst naar iets ongeldigs', params: { target: 'ongeldig' } },
    ]);
    expect(await linksOf(lead.organisationId, 'wachtend')).toEqual({ wachtend: [null] });
    await imported([definitionOf('nog niet daar')]);
    expect(await linksOf(lead.organisationId, 'wachtend')).toEqual({ wachtend: ['nog niet daar'] });
  });

  it('is not there when it stands in the upload and cannot be written', async () => {
    const files = {
      'a.json': fileOf(referring('hangt aan een fout', 'foute buur')),
      'b.json': JSON.stringify({ term: 'foute buur', definition: '' }),
    };
    const jobId = await drive.import(await drive.upload(files));
    await product.until(jobId, 'completed_with_errors');
    expect(await findingsOf(jobId, 'reference_dangling')).toEqual([
      { term: 'hangt aan een fout', params: { target: 'foute buur' } },
    ]);
  });

  it('is found by its id before its term', async () => {
    const [first, second] = await drive.store([
      definitionOf('zelfde woord', { legalContext: ['Strafrecht'] }),
      definitionOf('zelfde woord', { legalContext: ['Bestuursrecht'] }),
    ]);
    const pointing = definitionOf('wijst naar de tweede', {
      relations: [{ type: 'broader', targetId: second as string, targetTerm: 'zelfde woord' }],
    });
    const jobId = await imported([pointing]);
    const { rows } = await product.services.pool.query(
      `SELECT r.target_id FROM definition_relations r JOIN job_items i ON i.definition_id = r.definition_id WHERE i.job_id = $1`,
      [jobId],
    );
    expect(rows).toEqual([{ target_id: second }]);
    expect(first).not.toBe(second);
  });

  it('is found by its term where its id is another organisation’s', async () => {
    const there = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    const driveThere = driveJobs(product, there);
    const [target] = (await drive.store([definitionOf('reiziger doel')])) as [string];
    const pointing = definitionOf('reiziger', {
      relations: [{ type: 'part_of', targetId: target, targetTerm: 'reiziger doel' }],
    });
    await imported([pointing]);
    const files = { 'a.json': fileOf(pointing), 'b.json': fileOf(definitionOf('reiziger doel'), { id: target }) };
    const jobId = await driveThere.import(await driveThere.upload(files));
    await product.until(jobId, 'completed');
    expect(await linksOf(there.organisationId, 'reiziger')).toEqual({ reiziger: ['reiziger doel'] });
    const ids = (await driveThere.items(jobId)).map((item) => item.definitionId);
    expect(ids).not.toContain(target);
    expect(await linksOf(lead.organisationId, 'reiziger')).toEqual({ reiziger: ['reiziger doel'] });
  });

  it('keeps its links when what refers to it is updated', async () => {
    const contents = [definitionOf('anker'), referring('aan het anker', 'anker')];
    await imported(contents);
    const changed = [{ ...(contents[1] as DefinitionContent), definition: 'iets dat vastzit en herzien is' }];
    await imported(changed);
    expect(await linksOf(lead.organisationId, 'aan het')).toEqual({ 'aan het anker': ['anker'] });
    const files = filesOf([{ ...(contents[1] as DefinitionContent), definition: 'iets dat nog eens herzien is' }]);
    files['x.json'] = fileOf(definitionOf('aan het anker nieuw', { relations: to('anker') }));
    await product.until(await drive.import(await drive.upload(files)), 'completed');
    expect(await linksOf(lead.organisationId, 'aan het')).toEqual({
      'aan het anker': ['anker'],
      'aan het anker nieuw': ['anker'],
    });
  });
});
