import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contentFromRow } from '#db/row-image.ts';
import type { Actor } from '#domain/access.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import { RDF_WRITERS } from '#server/formats/rdf/rdf-writers.ts';
import { realFile } from '#server/formats/real-files.ts';
import { definitionOf, driveJobs, fileOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const FACTS = { title: 'Proef', application: 'Lexport', organisation: 'OM', createdAt: '2026-01-31T12:00:00.000Z' };

/** A vocabulary as somebody else publishes it. */
function vocabulary({
  meaning = 'maatregel waarbij een zaak wordt vastgehouden',
  extra = '',
  site = 'voorbeeld',
} = {}) {
  return `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://${site}.nl/id/> .
:kader a skos:ConceptScheme ; dct:title "Kader"@nl .
:maatregel a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "bewarende maatregel"@nl ;
  skos:definition "handeling waarmee een toestand in stand wordt gehouden"@nl ; skos:narrower :beslag .
:beslag a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "bewarend beslag"@nl ; skos:altLabel "vasthouding"@nl ;
  skos:definition "${meaning}"@nl ; skos:broader :maatregel ; dct:source [ dct:title "Wetboek"@nl ] .
${extra}`;
}

async function take(actor: Actor, fileName: string, text: string | Buffer, options = {}) {
  const driven = driveJobs(product, actor);
  const id = await driven.import(await uploadBytes(product.services, actor, fileName, Buffer.from(text)), options);
  await product.until(id, 'completed');
  return (await driven.job(id)).plan;
}

async function storedBy({ organisationId }: Actor): Promise<WriteRecord[]> {
  const { rows } = await product.services.pool.query<
    Record<string, unknown> & { id: string; version: number; content_hash: string }
  >('SELECT * FROM definitions WHERE organisation_id = $1 ORDER BY term', [organisationId]);
  return rows.map((row) => ({
    content: contentFromRow(row),
    meta: { id: row.id, version: row.version, contentHash: String(row.content_hash) },
  }));
}

describe('a vocabulary of somebody else', () => {
  it('comes in, is known again, and changes only what it changed', async () => {
    const actor = await product.person('lead');
    expect(await take(actor, 'kader.ttl', vocabulary())).toEqual({ new: 2 });
    expect(await take(actor, 'kader.ttl', vocabulary({ extra: '# anders opgemaakt\n' }))).toEqual({ unchanged: 2 });
    const extra =
      ':nieuw a skos:Concept ; skos:inScheme :kader ; skos:prefLabel "nieuw begrip"@nl ; skos:definition "zaak die er eerst niet was"@nl .';
    const changed = vocabulary({ meaning: 'maatregel waarbij een zaak tijdelijk wordt vastgehouden', extra });
    expect(await take(actor, 'kader.ttl', changed, { conflict: 'overwrite' })).toEqual({
      unchanged: 1,
      update: 1,
      new: 1,
    });
    const { rows } = await product.services.pool.query(
      `SELECT d.term, t.term AS target FROM definition_relations r JOIN definitions d ON d.id = r.definition_id
       LEFT JOIN definitions t ON t.id = r.target_id WHERE d.organisation_id = $1 ORDER BY 1`,
      [actor.organisationId],
    );
    expect(rows).toEqual([
      { term: 'bewarend beslag', target: 'bewarende maatregel' },
      { term: 'bewarende maatregel', target: 'bewarend beslag' },
    ]);
  });

  it('is the same one after its concepts were given a category here', async () => {
    const actor = await product.person('lead', 'Nationale Politie');
    const text = vocabulary({ site: 'ander' });
    await take(actor, 'kader.ttl', text);
    const { pool } = product.services;
    const ids = (await storedBy(actor)).map(({ meta }) => meta?.id as string);
    const driven = driveJobs(product, actor);
    const job = await driven.update({ ids }, { set: { category: 'proces' } });
    await product.until(job, 'completed');
    expect(await take(actor, 'kader.ttl', text)).toEqual({ unchanged: 2 });
    const { rows } = await pool.query('SELECT DISTINCT category FROM definitions WHERE organisation_id = $1', [
      actor.organisationId,
    ]);
    expect(rows).toEqual([{ category: 'proces' }]);
  });

  it('is told in its plan where it breaks the rules of NL-SBB, item by item', async () => {
    const actor = await product.person('lead', 'Koninklijke Marechaussee');
    const driven = driveJobs(product, actor);
    const extra = ':los a skos:Concept ; skos:inScheme :weg ; skos:prefLabel "los begrip", "los"@nl, "loos"@nl .';
    const jobId = await driven.import(
      await uploadBytes(product.services, actor, 'kader.ttl', Buffer.from(vocabulary({ extra }))),
      { confirm: true },
    );
    await driven.until(jobId, ({ status }) => status === 'awaiting_confirmation');
    const { rows } = await product.services.pool.query<{ code: string; line: number; severity: string }>(
      `SELECT f ->> 'code' AS code, f ->> 'severity' AS severity, (f -> 'location' ->> 'line')::int AS line
       FROM job_items, jsonb_array_elements(findings) AS f WHERE job_id = $1 AND f ->> 'code' ~ '^(skos|definition_m)' ORDER BY 1`,
      [jobId],
    );
    expect(rows.map(({ severity, code, line }) => `${severity} ${code} ${line}`)).toEqual([
      'error definition_missing 9',
      'warning skos_language_missing 9',
      'info skos_orphan 9',
      'warning skos_pref_label_several 9',
      'warning skos_scheme_not_declared 9',
    ]);
  });

  it('may be in an archive, beside other kinds of files', async () => {
    const actor = await product.person('lead', 'Reclassering Nederland');
    const driven = driveJobs(product, actor);
    const jobId = await driven.import(
      await driven.upload({
        'kaders/kader.ttl': vocabulary(),
        'los.json': fileOf(definitionOf('los begrip')),
        'stuk.rdf': '<?xml version="1.0"?><!DOCTYPE rdf:RDF><rdf:RDF/>',
        'regels.ttl': '<urn:a> <urn:b> <urn:c> .',
      }),
    );
    await product.until(jobId, 'completed_with_errors');
    expect(await driven.outcomes(jobId)).toEqual({
      succeeded: 3,
      'failed rdf_doctype': 1,
      'failed skos_no_concepts': 1,
    });
  });
});

describe('a real vocabulary', () => {
  it('comes in edition after edition: new, the same, and changed with some new ones', async () => {
    const editions = await Promise.all(['0.1', '0.2', '0.3'].map((n) => realFile(`skos/corporatiesector-${n}.ttl`)));
    const actor = await product.person('lead', 'Raad voor de Kinderbescherming');
    const plans = [];
    for (const edition of editions) {
      if (edition) plans.push(await take(actor, 'kader.ttl', Buffer.from(edition), { conflict: 'overwrite' }));
    }
    if (plans.length > 0) expect(plans).toEqual([{ new: 60 }, { unchanged: 60 }, { update: 55, new: 9 }]);
  });
});

describe('our own vocabulary', () => {
  it.each(RDF_WRITERS.map((writer) => [writer.name, writer] as const))(
    'comes back as unchanged, and is new elsewhere: %s',
    async (name, writer) => {
      const actor = await product.person('lead', `Uit ${name}`);
      const driven = driveJobs(product, actor);
      await driven.store([
        definitionOf('rijk begrip', {
          synonyms: ['z', 'a'],
          examples: { sentence: ['Tweede.', 'Eerste.', 'Tweede.'], practical: ['p'], counter: [] },
          relations: [{ type: 'depends_on', targetId: null, targetTerm: 'ARM begrip' }],
          extras: { Kolom: [1, null], 'skos:notation': '007' },
        }),
        definitionOf('arm begrip'),
      ]);
      const records = await storedBy(actor);
      const bytes = Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)));
      expect(await take(actor, `uit.${writer.extension}`, bytes)).toEqual({ unchanged: 2 });
      const other = await product.person('lead', `Naar ${name}`);
      expect(await take(other, `uit.${writer.extension}`, bytes)).toEqual({ new: 2 });
      expect((await storedBy(other)).map(({ content }) => content)).toEqual(records.map(({ content }) => content));
    },
  );
});
