import { afterAll, beforeAll, expect, it } from 'vitest';
import { findByText, findNamed } from '#db/queries/find-neighbours.ts';
import { readLookUpKeys } from '#db/queries/read-look-up-keys.ts';
import { bitsOf } from '#db/row-image.ts';
import type { Own } from '#domain/clearance.ts';
import { askedNames } from '#domain/validation/asked-names.ts';
import { normalise } from '#domain/validation/normalise.ts';
import { bandsOf, nestedKeys, textKeys } from '#domain/validation/text-keys.ts';
import { definitionOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { OrganisationIndex } from './organisation-index.ts';

let product: Product;
let organisationId: string;
let own: Own;
let removed: string;

const SEIZURE = 'maatregel waarbij een opsporingsambtenaar een voorwerp aan de macht van de houder onttrekt';
const STORED = [
  definitionOf('beslag', { definition: SEIZURE, synonyms: ['Blokkade'] }),
  definitionOf('inname', { definition: SEIZURE.replace('voorwerp', 'goed'), preferredTerm: 'beslag' }),
  definitionOf('borgtocht', { definition: 'zekerheid die iemand stelt voor de nakoming van wat een ander moet doen' }),
  definitionOf('verwijderd beslag', { definition: `${SEIZURE} en bewaart`, synonyms: ['blokkade'] }),
];
const ASKED = [
  { term: 'inbeslagneming', text: `${SEIZURE} dan wel houdt` },
  { term: 'teruggave', text: `einde van een ${SEIZURE}, uitgesproken op verzoek van de rechthebbende` },
  { term: 'blokkade', text: 'weigering van een bank om opdrachten over een rekening uit te voeren' },
  { term: 'verdachte', text: 'persoon jegens wie een redelijk vermoeden van schuld bestaat' },
];

beforeAll(async () => {
  product = await startProduct();
  const actor = await product.person('lead', 'Proefkamer register');
  organisationId = actor.organisationId;
  own = actor;
  removed = (await driveJobs(product, actor).store(STORED))[3] as string;
  await product.services.pool.query('UPDATE definitions SET deleted_at = now(), deleted_by = $2 WHERE id = $1', [
    removed,
    actor.id,
  ]);
  // Somebody else's, with the same names and texts.
  await driveJobs(product, await product.person('lead', 'Proefkamer elders')).store(STORED);
});
afterAll(() => product.close());

const questions = ASKED.map(({ term, text }) => {
  const { lower } = normalise(text, term);
  const { keys, sketch } = textKeys(lower);
  const names = askedNames(definitionOf(term, { definition: text }), lower);
  return { names, keys, sketch, nested: nestedKeys(lower) };
});

const idsOf = (found: readonly { id: string | null }[]) => found.map(({ id }) => id).sort();

it('finds around a record what the database finds, of that organisation, and nothing that was deleted', async () => {
  const { pool } = product.services;
  const index = await OrganisationIndex.read(pool, own);
  const found = await index.around(questions);

  const asked = questions.map(({ keys, nested, sketch }, number) => {
    return { number, alike: bandsOf(keys), within: nested, sketch: bitsOf(sketch) };
  });
  const byText = await findByText(pool, own, asked);
  for (const [number, { names }] of questions.entries()) {
    const of = (within: boolean) => idsOf(byText.filter((row) => row.number === number && row.within === within));
    expect(idsOf(found[number]?.named ?? [])).toEqual(idsOf(await findNamed(pool, own, [...names])));
    expect(idsOf(found[number]?.resembling ?? [])).toEqual(of(false));
    expect(idsOf(found[number]?.within ?? [])).toEqual(of(true));
  }
  const terms = found.map((around) => Object.values(around).map((some) => some.map(({ term }) => term).sort()));
  expect(terms).toEqual([
    [[], ['beslag', 'inname'], []],
    [[], [], ['beslag']],
    [['beslag'], [], []],
    [[], [], []],
  ]);
});

it('says nothing of what was deleted after it was read', async () => {
  const { pool } = product.services;
  const index = await OrganisationIndex.read(pool, own);
  await pool.query(`UPDATE definitions SET status = 'archived' WHERE organisation_id = $1 AND term = 'beslag'`, [
    organisationId,
  ]);
  const [alike] = await index.around(questions);
  expect(alike?.resembling.map(({ term }) => term)).toEqual(['inname']);
});

it('gives its connection back also when whoever reads it stops half way', async () => {
  const { pool } = product.services;
  for (let time = 0; time < pool.options.max + 1; time++) for await (const _ of readLookUpKeys(pool, own)) break;
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  expect(pool.waitingCount).toBe(0);
});
