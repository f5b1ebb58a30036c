import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DefinitionRow } from '#contract/definitions.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { addDefinitions } from '#server/http/testing/add-definitions.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

const GIVEN: Partial<DefinitionContent>[] = [
  {
    term: 'voorlopige hechtenis',
    definition: 'vrijheidsbeneming van een verdachte vóór een onherroepelijk vonnis',
    status: 'established',
    organisationalContext: ['OM', 'DJI'],
    legalContext: ['Strafrecht'],
  },
  {
    term: 'hechtenis',
    definition: 'vrijheidsstraf voor overtredingen',
    status: 'draft',
    category: 'proces',
    organisationalContext: ['DJI'],
    legalContext: ['Strafrecht'],
  },
  {
    term: 'inverzekeringstelling',
    definition: 'maatregel die aan de voorlopige hechtenis voorafgaat',
    status: 'review',
    synonyms: ['IVS'],
    organisationalContext: ['OM'],
    legalContext: ['Strafrecht'],
  },
  {
    term: 'financiële zekerheid',
    definition: 'waarborgsom bij schorsing',
    status: 'imported',
    category: 'ENT',
    legalContext: ['Bestuursrecht'],
  },
  {
    term: 'bezwaarschrift',
    definition: 'geschrift waarmee een belanghebbende opkomt tegen een besluit',
    status: 'draft',
    legalContext: ['Bestuursrecht'],
  },
  {
    term: '100%_regel \\ "x"',
    definition: 'afspraak die voor honderd procent geldt',
    status: 'draft',
    organisationalContext: ['Justitie, Veiligheid en Recht'],
  },
  { term: 'vervallen begrip', definition: 'begrip dat niet meer wordt gebruikt', status: 'archived' },
];

let door: TestDoor;
let lead: TestClient;
let editor: TestClient;
let ids: string[];
beforeAll(async () => {
  door = await testDoor();
  lead = door.people.lead.client;
  editor = door.people.editor.client;
  ids = await addDefinitions(door.services.pool, door.people.lead.actor.organisationId, GIVEN);
});
afterAll(() => door.close());

const terms = async (query: string) => {
  const { status, body } = await lead.get(`/api/v1/definitions?${query}`);
  expect(status).toBe(200);
  expect(body.total).toBe(body.items.length);
  return (body.items as DefinitionRow[]).map((row) => row.term);
};
const find = (q: string) => terms(new URLSearchParams({ q }).toString());

describe('searching', () => {
  it('puts the term itself first, then terms that hold it, then texts that do', async () => {
    expect(await find('hechtenis')).toEqual(['hechtenis', 'voorlopige hechtenis', 'inverzekeringstelling']);
  });

  it('knows Dutch words in another form', async () => {
    expect(await find('besluiten')).toEqual(['bezwaarschrift']);
    expect(await find('overtreding')).toEqual(['hechtenis']);
  });

  it.each([
    ['hech', ['hechtenis', 'voorlopige hechtenis']],
    ['voorl hech', ['voorlopige hechtenis']],
    ['ivs', ['inverzekeringstelling']],
    ['iv', ['inverzekeringstelling']],
    ['b', ['bezwaarschrift']],
    ['FINANCIËLE', ['financiële zekerheid']],
    ['zekerheid financ', ['financiële zekerheid']],
  ])('finds pieces of words while somebody types: %s', async (q, expected) => {
    expect((await find(q)).filter((term) => expected.includes(term))).toEqual(expected);
  });

  it('takes signs of SQL and of the search language for what they are', async () => {
    expect(await find('100%_regel')).toEqual(['100%_regel \\ "x"']);
    expect(await find('%')).toEqual([]);
    expect(await find("' OR 1=1 --")).toEqual([]);
    expect(await find('"voorlopige hechtenis" -maatregel')).toEqual(['voorlopige hechtenis']);
    expect(await find('de het een')).toEqual([]);
  });

  it('refuses text the database cannot hold instead of breaking', async () => {
    const answer = await lead.get('/api/v1/definitions?q=a%00b');
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('invalid_request');
  });
});

describe('filters', () => {
  it('hide what is archived unless it is asked for', async () => {
    expect(await terms('')).not.toContain('vervallen begrip');
    expect(await terms('status=archived')).toEqual(['vervallen begrip']);
  });

  it('take alternatives by comma or by repetition, and all filters together', async () => {
    expect(await terms('status=draft,review&legalContext=Strafrecht')).toEqual(['hechtenis', 'inverzekeringstelling']);
    expect(await terms('category=proces&category=ENT')).toEqual(['financiële zekerheid', 'hechtenis']);
    expect(await terms('organisation=DJI&q=hechtenis&sort=-term')).toEqual(['voorlopige hechtenis', 'hechtenis']);
  });

  it('leave a comma in a name alone', async () => {
    const name = encodeURIComponent('Justitie, Veiligheid en Recht');
    expect(await terms(`organisation=${name}&organisation=RvdK`)).toEqual(['100%_regel \\ "x"']);
    const selection = { filter: { organisation: ['Justitie, Veiligheid en Recht'] } };
    expect((await lead.post('/api/v1/selections/count', { selection })).body.count).toBe(1);
  });

  it('say which value is not one', async () => {
    const { status, body } = await lead.get('/api/v1/definitions?status=nonsense');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'status.0', code: 'invalid_value' }] });
  });

  it('come with counts for each value while the other filters stay', async () => {
    const { body } = await lead.get('/api/v1/definitions/facets?legalContext=Strafrecht&status=draft');
    expect(body.total).toBe(1);
    expect(body.status).toEqual([
      { value: 'draft', count: 1 },
      { value: 'established', count: 1 },
      { value: 'review', count: 1 },
    ]);
    expect(body.legalContext).toEqual([
      { value: 'Bestuursrecht', count: 1 },
      { value: 'Strafrecht', count: 1 },
    ]);
    expect(body.organisation).toEqual([{ value: 'DJI', count: 1 }]);
  });

  it('count the archived ones under their own status only', async () => {
    const { body } = await lead.get('/api/v1/definitions/facets');
    expect(body.status).toContainEqual({ value: 'archived', count: 1 });
    expect(body.total).toBe(GIVEN.length - 1);
    expect((body.category as { count: number }[]).reduce((sum, { count }) => sum + count, 0)).toBe(GIVEN.length - 1);
  });
});

describe('paging', () => {
  const SORTS = [
    'term',
    '-term',
    'updatedAt',
    '-updatedAt',
    'qualityScore',
    '-qualityScore',
    'status',
    '-status',
    'relevance',
  ];

  it.each(SORTS)('by %s leads through everything once, and all the way back', async (sort) => {
    const page = (cursor: string) =>
      lead.get(
        `/api/v1/definitions?q=${sort === 'relevance' ? 'hechtenis' : ''}&sort=${sort}&limit=2&cursor=${cursor}`,
      );
    const first = await lead.get(
      `/api/v1/definitions?q=${sort === 'relevance' ? 'hechtenis' : ''}&sort=${sort}&limit=2`,
    );
    const all = await lead.get(`/api/v1/definitions?q=${sort === 'relevance' ? 'hechtenis' : ''}&sort=${sort}`);
    const pages = [first.body];
    while (pages.at(-1).nextCursor) pages.push((await page(pages.at(-1).nextCursor)).body);
    expect(pages.flatMap((one) => one.items)).toEqual(all.body.items);
    expect(pages.every((one) => one.total === all.body.total)).toBe(true);
    const back = [pages.at(-1)];
    while (back[0].previousCursor) back.unshift((await page(back[0].previousCursor)).body);
    expect(back.map((one) => one.items)).toEqual(pages.map((one) => one.items));
    expect(back[0].previousCursor).toBeNull();
  });

  it('goes over all organisations for who may read them', async () => {
    const { client } = door.people.auditor;
    const [foreign] = await addDefinitions(door.services.pool, door.outsider.actor.organisationId, [
      { term: 'celstraf' },
    ]);
    const first = (await client.get('/api/v1/definitions?sort=term&limit=3')).body;
    const second = (await client.get(`/api/v1/definitions?sort=term&limit=3&cursor=${first.nextCursor}`)).body;
    const everything = (await client.get('/api/v1/definitions?sort=term')).body;
    expect([...first.items, ...second.items]).toEqual(everything.items.slice(0, 6));
    expect(everything.items.map((row: DefinitionRow) => row.id)).toContain(foreign);
    expect(everything.total).toBe(GIVEN.length);
    await door.database.pool.query('DELETE FROM definitions WHERE id = $1', [foreign]);
  });

  it('is not thrown off by rows that come in between', async () => {
    const first = await lead.get('/api/v1/definitions?sort=term&limit=2');
    const [id] = await addDefinitions(door.services.pool, door.people.lead.actor.organisationId, [{ term: 'aaa' }]);
    const second = await lead.get(`/api/v1/definitions?sort=term&limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.items[0].term).toBe('financiële zekerheid');
    await door.database.pool.query('DELETE FROM definitions WHERE id = $1', [id]);
  });

  it.each(['nonsense', '', btoa('["term",1,"x","not a uuid"]'), btoa('["-term",1,"x","y"]')])(
    'refuses a cursor that is not of this list: %j',
    async (cursor) => {
      const { status, body } = await lead.get(`/api/v1/definitions?sort=term&cursor=${encodeURIComponent(cursor)}`);
      expect([status, body.code]).toEqual([400, 'invalid_request']);
    },
  );
});

describe('selections', () => {
  const count = async (selection: object) => (await lead.post('/api/v1/selections/count', { selection })).body.count;

  it('count what matches, without the exceptions, as it was at a moment', async () => {
    expect(await count({ filter: { legalContext: ['Strafrecht'] } })).toBe(3);
    expect(await count({ filter: { legalContext: ['Strafrecht'] }, excludedIds: [ids[1]] })).toBe(2);
    expect(await count({ filter: {}, asOf: '2001-01-01T00:00:00Z' })).toBe(0);
    expect(await count({ filter: {}, asOf: new Date().toISOString() })).toBe(GIVEN.length - 1);
  });

  it('by hand may hold archived ones, and nothing twice', async () => {
    expect(await count({ ids: [ids[6], ids[0], ids[0]] })).toBe(2);
  });
});

describe('one definition', () => {
  it('comes whole, with an ETag that spares sending it again', async () => {
    const path = `/api/v1/definitions/${ids[0]}`;
    const { status, headers, body } = await lead.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...GIVEN[0], id: ids[0], version: 1, organisation: { name: 'Openbaar Ministerie' } });
    expect(headers.get('ETag')).toMatch(/^"1-.{22}"$/);
    const again = await lead.get(path, { 'If-None-Match': headers.get('ETag') as string });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('comes again when what the rules say of it has changed, and its version has not', async () => {
    const path = `/api/v1/definitions/${ids[0]}`;
    const { headers, body } = await lead.get(path);
    const known = { 'If-None-Match': headers.get('ETag') as string };
    const judge = (verdict: string) =>
      door.services.pool.query('UPDATE definitions SET verdict = $2 WHERE id = $1', [ids[0], verdict]);
    const verdict = body.verdict === 'invalid' ? 'valid' : 'invalid';
    await judge(verdict);
    expect(await lead.get(path, known)).toMatchObject({ status: 200, body: { verdict, version: body.version } });
    await judge(body.verdict);
    expect((await lead.get(path, known)).status).toBe(304);
  });

  it.each(['0192f0c1-0000-7000-8000-000000000000', 'not-an-id'])('that is not there is not found: %s', async (id) => {
    expect((await lead.get(`/api/v1/definitions/${id}`)).body.code).toBe('not_found');
  });
});

describe('editing', () => {
  const patch = (id: string, body: object, version: number | string = 1, client = editor) =>
    client.call('PATCH', `/api/v1/definitions/${id}`, { body, headers: { 'If-Match': `"${version}"` } });

  it('writes the next version, scored again, and who changed what and why', async () => {
    const id = ids[4] as string;
    const text = 'geschrift waarmee een belanghebbende bezwaar maakt tegen een besluit';
    const { status, body, headers } = await patch(id, {
      definition: text,
      synonyms: ['bezwaar'],
      reason: 'Tekst verbeterd',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      definition: text,
      synonyms: ['bezwaar'],
      version: 2,
      updatedBy: 'editor',
      term: 'bezwaarschrift',
    });
    expect(headers.get('ETag')).toMatch(/^"2-.{22}"$/);
    const versions = (await lead.get(`/api/v1/definitions/${id}/versions`)).body.items;
    expect(versions.map((one: { version: number; reason: string }) => [one.version, one.reason])).toEqual([
      [2, 'Tekst verbeterd'],
      [1, 'test'],
    ]);
    expect(versions[0]).toMatchObject({
      contentHash: body.contentHash,
      createdBy: 'editor',
      content: { definition: text },
    });
    const { rows } = await door.database.pool.query(
      `SELECT * FROM audit_entries WHERE action = 'definition.updated' AND subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([
      expect.objectContaining({
        actor_name: 'editor',
        reason: 'Tekst verbeterd',
        old_hash: versions[1].contentHash,
        new_hash: body.contentHash,
      }),
    ]);
    expect(await find('bezwaar')).toEqual(['bezwaarschrift']);
  });

  it('that says the same writes nothing', async () => {
    const before = (await lead.get(`/api/v1/definitions/${ids[1]}`)).body;
    const { status, body } = await patch(ids[1] as string, { term: 'hechtenis', reason: 'niets' });
    expect(status).toBe(200);
    expect(body).toEqual(before);
  });

  it.each([
    ['established', 0],
    ['archived', 6],
  ])('is refused for what is %s', async (status, index) => {
    const answer = await patch(ids[index] as string, { explanation: 'x', reason: 'y' });
    expect([answer.status, answer.body.code, answer.body.params]).toEqual([409, 'not_editable', { status }]);
  });

  it.each([
    ['an unknown field', { reason: 'x', colour: 'red' }, 'unrecognized_keys'],
    ['no reason', { explanation: 'x' }, 'missing'],
    ['an empty term', { term: '  ', reason: 'x' }, 'too_small'],
    ['a wrong category', { category: 'nonsense', reason: 'x' }, 'invalid_value'],
    ['establishing by hand', { status: 'established', reason: 'x' }, 'not_by_hand'],
    ['archiving by hand', { status: 'archived', reason: 'x' }, 'not_by_hand'],
    ['a status that cannot follow', { status: 'imported', reason: 'x' }, 'transition_not_allowed'],
  ])('is refused with %s', async (_, body, code) => {
    const answer = await patch(ids[1] as string, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
    expect(answer.body.errors[0].code).toBe(code);
  });

  it('wants to know which version was seen', async () => {
    const path = `/api/v1/definitions/${ids[1]}`;
    const body = { explanation: 'x', reason: 'y' };
    expect((await editor.call('PATCH', path, { body })).body).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'If-Match' }],
    });
    const stale = await patch(ids[4] as string, body, 1);
    expect([stale.status, stale.body.code, stale.body.params]).toEqual([412, 'version_conflict', { version: 2 }]);
  });

  it('lets one of many who saw the same version win', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => patch(ids[2] as string, { explanation: `uitleg ${i}`, reason: 'tegelijk' })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'version_conflict')).toHaveLength(7);
    expect((await lead.get(`/api/v1/definitions/${ids[2]}`)).body.version).toBe(2);
  });

  it('cannot make two of the same term, contexts and category', async () => {
    const { organisationalContext, legalContext, category } = GIVEN[1] as DefinitionContent;
    const twin = { term: 'Hechtenis.', organisationalContext, legalContext, category, reason: 'x' };
    const answer = await patch(ids[5] as string, twin);
    expect([answer.status, answer.body.code]).toEqual([409, 'identity_taken']);
    expect((await lead.get(`/api/v1/definitions/${ids[5]}`)).body).toMatchObject({ version: 1, term: GIVEN[5]?.term });
  });

  it('is for the own organisation, also for who may read all', async () => {
    const [foreign] = await addDefinitions(door.services.pool, door.outsider.actor.organisationId, [
      { term: 'elders' },
    ]);
    const body = { explanation: 'x', reason: 'y' };
    expect((await patch(foreign as string, body, 1, door.people.admin.client)).status).toBe(403);
    expect((await patch(foreign as string, body, 1, lead)).status).toBe(404);
    const { rows } = await door.database.pool.query(
      `SELECT role FROM audit_entries WHERE action = 'access.refused' AND subject_id = $1`,
      [foreign],
    );
    expect(rows).toEqual([{ role: 'admin' }]);
  });
});
