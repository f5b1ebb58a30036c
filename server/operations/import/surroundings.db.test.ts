import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent, Relation } from '#domain/definition.ts';
import { realFile } from '#server/formats/real-files.ts';
import { definitionOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

/** A person of an organisation of their own, so that what other tests wrote is not around. */
async function fresh(name: string) {
  const actor: Actor = await product.person('lead', name);
  return { actor, drive: driveJobs(product, actor) };
}

const written = (term: string, definition: string, more: Partial<DefinitionContent> = {}) =>
  definitionOf(term, { definition, ...more });

const to = (type: Relation['type'], targetTerm: string): Relation[] => [{ type, targetId: null, targetTerm }];

/** What the rules about other definitions found: `term rule other`, in alphabetical order. */
async function remarks(jobId: string): Promise<string[]> {
  const { rows } = await product.services.pool.query<{ term: string; code: string; other: string }>(
    `SELECT term, f ->> 'code' AS code, coalesce(f -> 'params' ->> 'path', f -> 'params' ->> 'other') AS other
     FROM job_items, jsonb_array_elements(findings) f
     WHERE job_id = $1 AND f ->> 'code' IN ('DUP-01', 'ESS-05', 'SAM-02', 'SAM-03', 'SAM-04', 'SAM-05', 'SAM-08')`,
    [jobId],
  );
  return rows.map(({ term, code, other }) => `${term} ${code} ${other}`).sort();
}

const SEIZURE = 'maatregel waarbij een opsporingsambtenaar een voorwerp aan de macht van de houder onttrekt';
const CUSTODY = 'insluiting van een verdachte op bevel van een rechter-commissaris voor ten hoogste veertien dagen';

/** Near duplicates, a text within another, a circle and a shared synonym. */
const BATCH = [
  written('beslag', SEIZURE, { synonyms: ['blokkade'] }),
  written('inname', SEIZURE.replace('voorwerp', 'goed')),
  written('teruggave', `einde van een ${SEIZURE}, uitgesproken op schriftelijk verzoek van de rechthebbende zelf`),
  written('kring a', 'eerste begrip dat hoger staat dan alle andere', { relations: to('broader', 'kring b') }),
  written('kring b', 'tweede stuk uit een dossier over vermogen', { relations: to('broader', 'kring c') }),
  written('kring c', 'derde persoon die bij een zitting aanwezig is', { relations: to('part_of', 'kring a') }),
  written('bevriezing', 'verbod om over een tegoed bij een bank te beschikken', { synonyms: ['Blokkade'] }),
];

const EXPECTED = [
  'beslag ESS-05 inname',
  'beslag SAM-08 bevriezing',
  'bevriezing SAM-08 beslag',
  'inname ESS-05 beslag',
  'kring a SAM-05 kring a → kring b → kring c → kring a',
  'kring b SAM-05 kring b → kring c → kring a → kring b',
  'kring c SAM-05 kring c → kring a → kring b → kring c',
  'teruggave SAM-03 beslag',
];

describe('what surrounds the records of an import', () => {
  it('is found within the upload, wherever a record stands in it', async () => {
    for (const contents of [BATCH, [...BATCH].reverse()]) {
      const { drive } = await fresh(`Proefkamer ${contents[0]?.term}`);
      const jobId = await drive.importOf(contents);
      await product.until(jobId, 'completed');
      expect(await remarks(jobId)).toEqual(EXPECTED);
    }
  });

  it('is found in the organisation too, and by a check of what is stored', async () => {
    const { drive } = await fresh('Proefkamer in delen');
    const ids = await drive.store(BATCH.filter((_, index) => index % 2 === 0));
    const jobId = await drive.importOf(BATCH.filter((_, index) => index % 2 === 1));
    await product.until(jobId, 'completed');
    const half = ['inname', 'kring a', 'kring c'];
    expect(await remarks(jobId)).toEqual(EXPECTED.filter((one) => half.some((term) => one.startsWith(`${term} `))));
    const check = await drive.direct('validate', { ids });
    await product.until(check, 'completed');
    const rest = ['beslag', 'teruggave', 'kring b', 'bevriezing'];
    expect(await remarks(check)).toEqual(EXPECTED.filter((one) => rest.some((term) => one.startsWith(`${term} `))));
  });

  it('is written with the definition, so that its page leads on to the other one', async () => {
    const { drive, actor } = await fresh('Proefkamer met pagina');
    await product.until(await drive.importOf(BATCH), 'completed');
    const { rows } = await product.services.pool.query(
      `SELECT d.id, other.id AS other FROM definitions d, jsonb_array_elements(d.findings) f
       JOIN definitions other ON other.id = (f -> 'params' ->> 'otherId')::uuid
       WHERE d.organisation_id = $1 AND f ->> 'code' = 'ESS-05' AND other.organisation_id = $1`,
      [actor.organisationId],
    );
    expect(rows).toHaveLength(2);
  });

  it('says what a relation that leads nowhere may have meant', async () => {
    const { drive } = await fresh('Proefkamer met tikfouten');
    await drive.store([written('voorlopige hechtenis', CUSTODY)]);
    const jobId = await drive.importOf([
      written('bewaring', `${SEIZURE} bis`, { relations: to('broader', 'voorlopige hechtennis') }),
      written('borgsom', 'bedrag dat tot zekerheid wordt betaald', { relations: to('related', 'bewaringg') }),
    ]);
    await product.until(jobId, 'completed');
    const { rows } = await product.services.pool.query(
      `SELECT f -> 'params' ->> 'meant' AS meant FROM job_items, jsonb_array_elements(findings) f
       WHERE job_id = $1 AND f ->> 'code' = 'reference_dangling' ORDER BY position`,
      [jobId],
    );
    expect(rows).toEqual([{ meant: 'voorlopige hechtenis' }, { meant: 'bewaring' }]);
  });

  it('is never a definition of another organisation', async () => {
    const there = await fresh('Proefkamer elders');
    await there.drive.store([...BATCH, written('voorlopige hechtenis', CUSTODY)]);
    const { drive } = await fresh('Proefkamer hier');
    const jobId = await drive.importOf([
      written('beslag', SEIZURE, { relations: to('broader', 'voorlopige hechtennis') }),
    ]);
    await product.until(jobId, 'completed');
    const { rows } = await product.services.pool.query(
      'SELECT findings::text AS findings FROM job_items WHERE job_id = $1',
      [jobId],
    );
    for (const { id } of (
      await product.services.pool.query('SELECT id FROM definitions WHERE organisation_id = $1', [
        there.actor.organisationId,
      ])
    ).rows)
      expect(rows[0].findings).not.toContain(id);
    expect(rows[0].findings).not.toContain('inname');
    expect(rows[0].findings).not.toMatch(/hechtenis\b/);
    expect(await remarks(jobId)).toEqual([]);
  });

  it('does not count what an import changes as its own double', async () => {
    const { drive } = await fresh('Proefkamer bij herhaling');
    await product.until(await drive.importOf([BATCH[0] as DefinitionContent]), 'completed');
    const jobId = await drive.importOf([{ ...(BATCH[0] as DefinitionContent), definition: `${SEIZURE} of onttrok` }]);
    await product.until(jobId, 'completed');
    expect(await remarks(jobId)).toEqual([]);
  });

  it('is counted in real files', async () => {
    const counted: Record<string, number> = {};
    for (const name of ['test_import_100_rows.csv', 'begrippen_import.csv', 'begrippen-IDV-uitgebreid.csv']) {
      const bytes = await realFile(`def-csv/${name}`);
      if (!bytes) return;
      const { drive } = await fresh(`Proefkamer ${name}`);
      const jobId = await drive.import(await drive.upload({ [name]: Buffer.from(bytes).toString('utf8') }));
      await product.until(jobId, 'completed', 'completed_with_errors');
      for (const one of await remarks(jobId)) {
        const key = `${name} ${/ ([A-Z]+-\d+) /.exec(one)?.[1]}`;
        counted[key] = (counted[key] ?? 0) + 1;
      }
    }
    expect(counted).toEqual({
      'begrippen-IDV-uitgebreid.csv ESS-05': 2,
      'begrippen-IDV-uitgebreid.csv SAM-02': 1,
      'begrippen_import.csv ESS-05': 2,
      'begrippen_import.csv SAM-02': 1,
      // A hundred times the same text with another number in it.
      'test_import_100_rows.csv ESS-05': 100,
    });
  });
});
