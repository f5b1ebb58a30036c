import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDefinitions } from './testing/add-definitions.ts';
import type { TestClient } from './testing/test-client.ts';
import { type TestDoor, testDoor } from './testing/test-door.ts';

let door: TestDoor;
let lead: TestClient;
let ids: string[];
beforeAll(async () => {
  door = await testDoor({ REQUESTS_PER_MINUTE: '1000' });
  lead = door.people.lead.client;
  ids = await addDefinitions(door.services.pool, door.people.lead.actor.organisationId, [{}, {}]);
});
afterAll(() => door.close());

const countJobs = async () =>
  (await door.database.pool.query('SELECT count(*)::int AS n FROM jobs')).rows[0].n as number;
const start = (job: object, client = lead) => client.post('/api/v1/jobs', job);

const selection = () => ({ ids });
const update = (options: object) => ({
  operation: 'update',
  selection: selection(),
  options: { reason: 'x', ...options },
});

describe('starting work on many definitions', () => {
  it('answers the options as they apply, and how many definitions it is about', async () => {
    const WANTED: [job: object, options: object, phases: string[]][] = [
      [
        { operation: 'validate', selection: selection() },
        { onError: 'continue' },
        ['applying', 'finalizing', 'report'],
      ],
      [
        update({ status: 'review', set: { legalContext: { add: [' Strafrecht '] } } }),
        { confirm: true, reason: 'x', status: 'review', set: { legalContext: { add: ['Strafrecht'] } } },
        ['checking', 'confirming', 'applying', 'finalizing', 'report'],
      ],
      [
        { operation: 'delete', selection: selection(), options: { reason: ' dubbel ' } },
        { reason: 'dubbel' },
        ['applying', 'finalizing', 'report'],
      ],
      [
        { operation: 'query', terms: ['a', 'b'] },
        { formats: ['json', 'csv'], includeSynonyms: true, fuzzy: false },
        ['applying', 'finalizing', 'report'],
      ],
    ];
    for (const [job, options, phases] of WANTED) {
      const { status, body } = await start(job);
      expect(status).toBe(202);
      expect(body.jobs[0]).toMatchObject({ total: 2, options, phases });
    }
  });

  it('keeps who may not start it out', async () => {
    for (const role of ['viewer', 'editor', 'auditor'] as const)
      expect((await start(update({ status: 'established' }), door.people[role].client)).body.code).toBe('not_allowed');
  });
});

const long = 'x'.repeat(1_001);
const BAD: [what: string, job: () => object, path: string][] = [
  ['a change of nothing', () => update({}), 'options.set'],
  ['an empty change', () => update({ set: {} }), 'options.set'],
  ['a change of a field that is not for many', () => update({ set: { definition: 'anders' } }), 'options.set'],
  ['a change to another term', () => update({ set: { term: 'anders' } }), 'options.set'],
  ['a category nobody knows', () => update({ set: { category: 'soort' } }), 'options.set.category'],
  ['a status nobody knows', () => update({ status: 'klaar' }), 'options.status'],
  ['an empty value in a list', () => update({ set: { legalBasis: [' '] } }), 'options.set.legalBasis.0'],
  ['a date that does not exist', () => update({ set: { validFrom: '2026-02-30' } }), 'options.set.validFrom'],
  ['a change without a reason', () => update({ status: 'review', reason: ' ' }), 'options.reason'],
  ['a reason too long', () => update({ status: 'review', reason: long }), 'options.reason'],
  ['an override without a word', () => update({ status: 'established', overrideReason: '' }), 'options.overrideReason'],
  [
    'a deletion without a reason',
    () => ({ operation: 'delete', selection: selection(), options: {} }),
    'options.reason',
  ],
  [
    'a dry run of a deletion',
    () => ({ operation: 'delete', selection: selection(), options: { reason: 'x', onError: 'collect' } }),
    'options.onError',
  ],
  ['a look-up of nothing', () => ({ operation: 'query', terms: [] }), 'terms'],
  ['a look-up of an empty term', () => ({ operation: 'query', terms: ['a', '  '] }), 'terms.1'],
  ['a look-up of a term too long', () => ({ operation: 'query', terms: ['x'.repeat(256)] }), 'terms.0'],
  ['a look-up of too many terms', () => ({ operation: 'query', terms: Array(100_001).fill('a') }), 'terms'],
  ['an answer in no format', () => ({ operation: 'query', terms: ['a'], options: { formats: [] } }), 'options.formats'],
  [
    'an answer in an unknown format',
    () => ({ operation: 'query', terms: ['a'], options: { formats: ['pdf'] } }),
    'options.formats.0',
  ],
  ['an operation nobody knows', () => ({ operation: 'merge', selection: selection() }), 'operation'],
];

describe('bad input', () => {
  it.each(BAD)('%s is refused, with the field, and nothing is started', async (_, job, path) => {
    const before = await countJobs();
    const { status, body } = await start(job());
    expect(status).toBe(400);
    expect(body.code).toBe('invalid_request');
    const paths = body.errors.map((error: { path: string }) => error.path);
    expect(
      paths.some((one: string) => one.endsWith(path)),
      JSON.stringify(body.errors),
    ).toBe(true);
    expect(await countJobs()).toBe(before);
  });

  it('refuses selections that hold nothing it can be about', async () => {
    const reason = { reason: 'x' };
    const foreign = { ids: ['0192f0c1-0000-7000-8000-000000000000'] };
    for (const job of [
      { operation: 'validate', selection: foreign },
      { operation: 'delete', selection: foreign, options: reason },
      // Not deleted: nothing to put back.
      { operation: 'restore', selection: selection(), options: reason },
      // Deleted ones are for restore alone.
      { operation: 'delete', selection: { filter: { deleted: true } }, options: reason },
      { operation: 'export', selection: { ids, deleted: true } },
    ])
      expect((await start(job)).body.code, JSON.stringify(job)).toBe('empty_selection');
  });

  it('counts deleted definitions only when asked', async () => {
    const count = async (wanted: object) =>
      (await lead.post('/api/v1/selections/count', { selection: wanted })).body.count;
    expect(await count({ ids })).toBe(2);
    expect(await count({ ids, deleted: true })).toBe(0);
    expect(await count({ filter: { deleted: true } })).toBe(0);
    expect((await lead.get('/api/v1/definitions?deleted=true')).body.items).toEqual([]);
    expect((await lead.get('/api/v1/definitions?deleted=misschien')).status).toBe(400);
  });
});
