import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidV7 } from '#db/uuid-v7.ts';
import { isCleared } from '#domain/clearance.ts';
import { CLASSIFICATIONS, type Classification, VISIBILITIES, type Visibility } from '#domain/definition.ts';
import { addDefinitions } from './testing/add-definitions.ts';
import type { TestRequest } from './testing/test-client.ts';
import { OTHER_ORGANISATION, type TestDoor, type TestPerson, testDoor } from './testing/test-door.ts';

/** Who asks: a lead of the owning organisation and one of another, each with every clearance. */
const WHO = ['own', 'other'] as const;
type Who = (typeof WHO)[number];

let door: TestDoor;
const leads = {} as Record<Who, Record<Classification, TestPerson>>;
const auditors = {} as Record<Classification, TestPerson>;
/** The definitions of the owning organisation, one for each classification and way of sharing. */
const definitions = {} as Record<Classification, Record<Visibility, string>>;
type Things = Record<'job' | 'batch' | 'upload' | 'artifact' | 'schedule' | 'redaction' | 'approval' | 'event', string>;
/** What a lead with each clearance made of the definition that is classified so. */
const things = {} as Record<Classification, Things>;

const termOf = (classification: Classification, visibility: Visibility) => `rangwoord ${classification} ${visibility}`;

beforeAll(async () => {
  door = await testDoor();
  const { pool } = door.services;
  for (const who of WHO) {
    leads[who] = {} as Record<Classification, TestPerson>;
    for (const clearance of CLASSIFICATIONS) {
      const organisation = who === 'other' ? { organisation: OTHER_ORGANISATION } : {};
      const email = `lead-${clearance}@${who}.example`;
      leads[who][clearance] = await door.hire({ role: 'lead', email, clearance, ...organisation });
    }
  }
  for (const clearance of CLASSIFICATIONS)
    auditors[clearance] = await door.hire({ role: 'auditor', email: `auditor-${clearance}@own.example`, clearance });
  const { organisationId } = leads.own.intern.actor;
  const others = leads.other.intern.actor.organisationId;
  for (const classification of CLASSIFICATIONS) {
    definitions[classification] = {} as Record<Visibility, string>;
    for (const visibility of VISIBILITIES) {
      const term = termOf(classification, visibility);
      const [id] = (await addDefinitions(pool, organisationId, [{ term, classification }])) as [string];
      definitions[classification][visibility] = id;
      await pool.query('UPDATE definitions SET visibility = $2, shared_with = $3 WHERE id = $1', [
        id,
        visibility,
        visibility === 'shared' ? [others] : [],
      ]);
    }
    things[classification] = await make(classification);
  }
});
afterAll(() => door.close());

/** A job, a batch and what goes with them, about the one definition of this classification that is not shared. */
async function make(classification: Classification): Promise<Things> {
  const { pool, storage } = door.services;
  const { actor, client } = leads.own[classification];
  const selection = { ids: [definitions[classification].own] };
  const batch = (await client.post('/api/v1/jobs', { operation: 'export', selection, name: `taak ${classification}` }))
    .body;
  const redact = (await client.post('/api/v1/jobs', { operation: 'redact', selection })).body;
  const upload = await client.call('POST', '/api/v1/uploads', {
    raw: '{"term":"x"}',
    headers: { 'X-File-Name': `bestand-${classification}.json` },
  });
  const plan = { name: 'x', cron: '0 3 * * *', batch: { jobs: [{ operation: 'export', selection }] } };
  const schedule = (await client.post('/api/v1/schedules', plan)).body.id;
  await pool.query('UPDATE schedules SET last_batch_id = $2, last_at = now() WHERE id = $1', [schedule, batch.id]);
  const [artifact, approval, event, job] = [uuidV7(), uuidV7(), uuidV7(), batch.jobs[0].id];
  await storage.write(`artifacts/${artifact}`, (await import('node:stream')).Readable.from([Buffer.from('PK')]));
  await pool.query(
    `INSERT INTO artifacts (id, job_id, organisation_id, kind, file_name, media_type, size, sha256, storage_key, expires_at)
     VALUES ($1, $2, $3, 'archive', 'a.zip', 'application/zip', 2, 'x', $4, now() + interval '1 day')`,
    [artifact, job, actor.organisationId, `artifacts/${artifact}`],
  );
  await pool.query(
    `INSERT INTO approvals (id, organisation_id, job_id, started_by, requested_by, reason, plan_digest, expires_at)
     VALUES ($1, $2, $3, $4, $4, 'proef', 'x', now() + interval '1 day')`,
    [approval, actor.organisationId, redact.jobs[0].id, actor.id],
  );
  await pool.query(
    `INSERT INTO events (id, organisation_id, type, data, people, told_at)
     VALUES ($1, $2, 'job.completed', jsonb_build_object('batch', jsonb_build_object('id', $3::text)), '{}', now())`,
    [event, actor.organisationId, batch.id],
  );
  for (const { actor: reader } of Object.values(leads.own))
    await pool.query('INSERT INTO notifications (user_id, event_id) VALUES ($1, $2)', [reader.id, event]);
  const redaction = redact.jobs[0].id;
  return { job, batch: batch.id, upload: upload.body.id, artifact, schedule, redaction, approval, event };
}

/** Whether somebody may see a definition: enough clearance, and their own organisation's or shared with it. */
const sees = (who: Who, clearance: Classification, classification: Classification, visibility: Visibility) =>
  isCleared(clearance, classification) && (who === 'own' || visibility !== 'own');

const EVERY_DEFINITION = CLASSIFICATIONS.flatMap((classification) =>
  VISIBILITIES.map((visibility) => ({ classification, visibility })),
);
const EVERYBODY = WHO.flatMap((who) => CLASSIFICATIONS.map((clearance) => ({ who, clearance })));
const visibleTo = ({ who, clearance }: (typeof EVERYBODY)[number]) =>
  EVERY_DEFINITION.filter((one) => sees(who, clearance, one.classification, one.visibility));

/** Every endpoint that is about one definition, with what it answers to who sees it: in its organisation, and in another. */
const OF_DEFINITION: [call: string, own: number, other: number, request?: TestRequest][] = [
  ['GET /api/v1/definitions/{id}', 200, 200],
  ['GET /api/v1/definitions/{id}/versions', 200, 200],
  ['GET /api/v1/definitions/{id}/origins', 200, 200],
  ['GET /api/v1/definitions/{id}/reviews', 200, 200],
  ['PUT /api/v1/definitions/{id}/reviews/ESS-03', 409, 403, { body: { version: 99, answer: 'yes' } }],
  [
    'PATCH /api/v1/definitions/{id}',
    412,
    403,
    { body: { explanation: 'x', reason: 'x' }, headers: { 'If-Match': '"99"' } },
  ],
];

describe('one definition', () => {
  const cases = OF_DEFINITION.flatMap(([call, own, other, request]) =>
    EVERYBODY.map((person) => ({ call, person, status: person.who === 'own' ? own : other, request })),
  );
  it.each(cases)(
    '$call answers $person as if what they may not see were not there',
    async ({ call, person, status, request }) => {
      const [method, path] = call.split(' ') as [string, string];
      for (const { classification, visibility } of EVERY_DEFINITION) {
        const id = definitions[classification][visibility];
        const { client } = leads[person.who][person.clearance];
        const answer = await client.call(method, path.replace('{id}', id), request);
        const expected = sees(person.who, person.clearance, classification, visibility) ? [status, 412] : [404];
        expect(expected, `${classification} ${visibility}: ${answer.text}`).toContain(answer.status);
        if (answer.status !== 404) continue;
        const nothing = await client.call(method, path.replace('{id}', uuidV7()), request);
        const { instance: _a, correlationId: _b, ...said } = answer.body;
        expect(nothing.body).toMatchObject(said);
      }
    },
  );

  it.each(EVERYBODY)('keeps from %o in another organisation with whom else and why', async ({ who, clearance }) => {
    const { client } = leads[who][clearance];
    const { body } = await client.get(`/api/v1/definitions/${definitions.openbaar.shared}`);
    expect(body.visibility).toBe('shared');
    expect(body.sharedWith).toHaveLength(who === 'own' ? 1 : 0);
  });
});

describe('lists, counts and suggestions', () => {
  it.each(EVERYBODY)('hold for %o what they may see and nothing else', async (person) => {
    const { client } = leads[person.who][person.clearance];
    const terms = visibleTo(person)
      .map((one) => termOf(one.classification, one.visibility))
      .sort();
    for (const query of [
      '',
      '?q=rangwoord',
      '?sort=-updatedAt',
      '?sort=qualityScore',
      '?q=rangw&sort=relevance',
      '?sort=status',
    ]) {
      const { body } = await client.get(`/api/v1/definitions${query}`);
      expect(body.items.map((item: { term: string }) => item.term).sort(), query).toEqual(terms);
      expect(body.total).toBe(terms.length);
    }
    const facets = (await client.get('/api/v1/definitions/facets?q=rangwoord')).body;
    expect(facets.total).toBe(terms.length);
    for (const name of ['classification', 'visibility', 'owner', 'verdict', 'category'])
      expect(
        facets[name].reduce((sum: number, one: { count: number }) => sum + one.count, 0),
        name,
      ).toBe(terms.length);
    const quality = (await client.get('/api/v1/definitions/quality')).body;
    expect(quality.verdicts.valid + quality.verdicts.warnings + quality.verdicts.invalid).toBe(terms.length);
    const everything = { selection: { filter: {}, excludedIds: [] } };
    const ids = Object.values(definitions).flatMap((one) => Object.values(one));
    for (const selection of [everything, { selection: { ids } }])
      expect((await client.post('/api/v1/selections/count', selection)).body).toEqual({
        count: person.who === 'own' ? terms.length : 0,
        readable: terms.length,
      });
  });

  it.each(CLASSIFICATIONS)('page by page hold everything once for %s', async (clearance) => {
    for (const sort of ['term', '-updatedAt', 'status']) {
      const { client } = leads.other[clearance];
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await client.get(`/api/v1/definitions?limit=2&sort=${sort}${cursor}`);
        seen.push(...body.items.map((item: { term: string }) => item.term));
        if (!body.nextCursor) break;
        cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
      }
      const all = visibleTo({ who: 'other', clearance }).map((one) => termOf(one.classification, one.visibility));
      expect(seen.toSorted(), sort).toEqual(all.toSorted());
    }
  });
});

describe('what a job takes in', () => {
  const ids = () => Object.values(definitions).flatMap((one) => Object.values(one));
  const frozen = async (jobId: string) => {
    const { rows } = await door.services.pool.query<{ term: string }>('SELECT term FROM job_items WHERE job_id = $1', [
      jobId,
    ]);
    return rows.map(({ term }) => term).sort();
  };

  it.each(EVERYBODY)('is for an export what %o may read', async (person) => {
    const { client } = leads[person.who][person.clearance];
    const { body } = await client.post('/api/v1/jobs', { operation: 'export', selection: { ids: ids() } });
    const terms = visibleTo(person).map((one) => termOf(one.classification, one.visibility));
    expect(await frozen(body.jobs[0].id)).toEqual(terms.sort());
    expect(body.jobs[0].classification).toBe(person.clearance);
  });

  it.each(EVERYBODY)('is for what changes definitions what %o may see of their own', async (person) => {
    const { client } = leads[person.who][person.clearance];
    const body = { operation: 'validate', selection: { filter: { q: 'rangwoord' }, excludedIds: [] } };
    const answer = await client.post('/api/v1/jobs', body);
    if (person.who === 'other') return expect(answer.body.code).toBe('empty_selection');
    const terms = visibleTo(person).map((one) => termOf(one.classification, one.visibility));
    expect(await frozen(answer.body.jobs[0].id)).toEqual(terms.sort());
  });
});

/** Every endpoint about a thing that is as highly classified as what is in it. */
const OF_THING: [call: string, request?: TestRequest][] = [
  ['GET /api/v1/batches/{batch}'],
  ['GET /api/v1/batches/{batch}/report'],
  ['GET /api/v1/batches/{batch}/report.csv'],
  ['PATCH /api/v1/batches/{batch}', { body: { maxConcurrent: 2 } }],
  ['GET /api/v1/jobs/{job}'],
  ['GET /api/v1/jobs/{job}/items'],
  ['GET /api/v1/jobs/{job}/item-facets'],
  ['GET /api/v1/jobs/{job}/quality'],
  ['GET /api/v1/jobs/{job}/quality.csv'],
  ['GET /api/v1/jobs/{job}/items/0'],
  ['GET /api/v1/jobs/{job}/items/0/content'],
  ['PUT /api/v1/jobs/{job}/items/0/content', { body: { fields: { term: 'x' } }, headers: { 'If-Match': '"0"' } }],
  ['POST /api/v1/jobs/{job}/repairs', { body: { transform: 'spacing' } }],
  ['GET /api/v1/jobs/{job}/error-file.zip'],
  ['GET /api/v1/jobs/{job}/error-file.csv'],
  ['GET /api/v1/jobs/{job}/error-file.xlsx'],
  ['GET /api/v1/jobs/{job}/report'],
  ['GET /api/v1/jobs/{job}/report.csv'],
  ['GET /api/v1/jobs/{job}/plan-choices'],
  ['POST /api/v1/jobs/{job}/plan-previews', { body: {} }],
  ['PUT /api/v1/jobs/{job}/confirmation', { body: { decision: 'apply' } }],
  ['POST /api/v1/jobs/{job}/retries', { body: { items: 'failed' } }],
  ['GET /api/v1/jobs/{job}/chunks'],
  ['GET /api/v1/jobs/{job}/transitions'],
  ['PATCH /api/v1/jobs/{job}', { body: { priority: 7 } }],
  ['PUT /api/v1/jobs/{job}/pause'],
  ['DELETE /api/v1/jobs/{job}/pause'],
  ['PUT /api/v1/jobs/{job}/rollback', { body: { dryRun: true } }],
  ['GET /api/v1/jobs/{redaction}/redactions'],
  ['PUT /api/v1/jobs/{redaction}/redactions', { body: { decision: 'leave', kind: 'bsn' } }],
  ['GET /api/v1/jobs/{redaction}/redaction-files'],
  ['GET /api/v1/jobs/{redaction}/approvals'],
  ['POST /api/v1/jobs/{redaction}/approvals', { body: { reason: 'proef', count: 1 } }],
  ['PUT /api/v1/approvals/{approval}/decision', { body: { decision: 'refuse', reason: 'proef' } }],
  ['DELETE /api/v1/approvals/{approval}'],
  ['POST /api/v1/uploads/{upload}/previews', { body: {} }],
  ['GET /api/v1/artifacts/{artifact}'],
  ['PATCH /api/v1/notifications/{event}', { body: { read: true } }],
  ['PUT /api/v1/jobs/{job}/cancellation', { body: { keep: true } }],
];
/** What is as highly classified as what is in it; everything else holds nothing of any definition, or is tried apart. */
const CLASSIFIED = / \/api\/v1\/(batches|jobs|uploads|artifacts|approvals|notifications)\/\{/;

describe('one job, batch, upload, file, approval or notification', () => {
  it.each(OF_THING)('%s is not there for who may not see all that is in it', async (call, request) => {
    const [method, path] = call.split(' ') as [string, string];
    for (const classification of CLASSIFICATIONS)
      for (const { who, clearance } of EVERYBODY) {
        const { client } = leads[who][clearance];
        const address = path.replace(/\{(\w+)\}/, (_, name: keyof Things) => things[classification][name]);
        const answer = await client.call(method, address, request);
        const isSeen = who === 'own' && isCleared(clearance, classification);
        expect(answer.status === 404, `${classification} for ${who} ${clearance}: ${answer.status}`).toBe(!isSeen);
      }
  });

  it('is tried for every endpoint that is about one', async () => {
    const { body } = await door.anonymous.get('/api/v1/openapi.json');
    const there = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const shape = (call: string) => call.replace(/items\/0/, 'items/{}').replace(/\{\w+\}/g, '{}');
    // What a job locked is looked for within the job, which is not there; these have locked nothing.
    const tried = new Set([...OF_THING.map(([call]) => shape(call)), 'GET /api/v1/jobs/{}/proofs/{}']);
    const open = there.filter((call) => CLASSIFIED.test(call)).map(shape);
    expect(open.filter((call) => !tried.has(call))).toEqual([]);
  });
});

describe('lists of things', () => {
  const upTo = (clearance: Classification) => CLASSIFICATIONS.filter((one) => isCleared(clearance, one));

  it.each(CLASSIFICATIONS)('hold for %s nothing of what is higher, and count it nowhere', async (clearance) => {
    const { client } = leads.own[clearance];
    const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);
    const batches = await client.get('/api/v1/batches?limit=100');
    const uploads = await client.get('/api/v1/uploads');
    const inbox = await client.get('/api/v1/notifications');
    const decided = await client.get('/api/v1/approvals?state=decided');
    for (const classification of CLASSIFICATIONS) {
      const isSeen = upTo(clearance).includes(classification);
      const { batch, upload, event, approval } = things[classification];
      expect(idsOf(batches).includes(batch)).toBe(isSeen);
      expect(idsOf(uploads).includes(upload)).toBe(isSeen);
      expect(idsOf(inbox).includes(event)).toBe(isSeen);
      expect(idsOf(decided).includes(approval)).toBe(isSeen);
    }
    expect(batches.body.total).toBe(batches.body.items.length);
    expect(uploads.body.total).toBe(upTo(clearance).length);
    expect(inbox.body.total).toBe(upTo(clearance).length);
    const plans = (await client.get('/api/v1/schedules')).body.items as { id: string; lastStart: { batch: unknown } }[];
    for (const classification of CLASSIFICATIONS) {
      const plan = plans.find(({ id }) => id === things[classification].schedule);
      expect(plan?.lastStart.batch !== null).toBe(upTo(clearance).includes(classification));
    }
  });

  it.each(CLASSIFICATIONS)('of the audit trail leave out for %s what is about something higher', async (clearance) => {
    const { client } = auditors[clearance];
    for (const classification of CLASSIFICATIONS) {
      const { job, batch, upload } = things[classification];
      const isSeen = isCleared(clearance, classification);
      for (const subject of [job, batch, upload]) {
        const { body } = await client.get(`/api/v1/audit-entries?subject=${subject}`);
        expect([body.items.length > 0, body.total > 0], `${classification} ${subject}`).toEqual([isSeen, isSeen]);
      }
      const file = await client.get(`/api/v1/audit-entries.jsonl?batch=${batch}`);
      expect(file.text.includes(`"subjectId":"${job}"`)).toBe(isSeen);
    }
  });

  it('know the same upload again only where it may be seen', async () => {
    const again = (clearance: Classification) =>
      leads.own[clearance].client.call('POST', '/api/v1/uploads', {
        raw: '{"term":"alleen hoog"}',
        headers: { 'X-File-Name': 'x.json' },
      });
    expect((await again('vertrouwelijk')).body.alreadyUploaded).toBe(false);
    expect((await again('intern')).body.alreadyUploaded).toBe(false);
    expect((await again('vertrouwelijk')).body.alreadyUploaded).toBe(true);
  });
});

describe('a classification', () => {
  const patch = (clearance: Classification, id: string, classification: Classification) =>
    leads.own[clearance].client.call('PATCH', `/api/v1/definitions/${id}`, {
      body: { classification, reason: 'proef' },
      headers: { 'If-Match': '"1"' },
    });

  it('is never set above what one may see oneself', async () => {
    const answer = await patch('intern', definitions.intern.chain, 'vertrouwelijk');
    expect([answer.status, answer.body.code]).toEqual([403, 'above_clearance']);
    const batch = await leads.own.intern.client.post('/api/v1/jobs', {
      operation: 'update',
      selection: { ids: [definitions.intern.chain] },
      options: { set: { classification: 'vertrouwelijk' }, reason: 'proef' },
    });
    expect([batch.status, batch.body.code]).toEqual([403, 'above_clearance']);
  });

  it('is lowered by who may do so, and by nobody else', async () => {
    const editor = await door.hire({ role: 'editor', email: 'editor-hoog@own.example' });
    const id = (await addDefinitions(door.services.pool, editor.actor.organisationId, [
      { term: 'te verlagen', classification: 'vertrouwelijk' },
    ])) as [string];
    const request = { body: { classification: 'intern', reason: 'proef' }, headers: { 'If-Match': '"1"' } };
    const refused = await editor.client.call('PATCH', `/api/v1/definitions/${id[0]}`, request);
    expect([refused.status, refused.body.code]).toEqual([403, 'not_allowed']);
    expect((await patch('vertrouwelijk', id[0], 'intern')).status).toBe(200);
  });

  it('that is raised takes along what has the definition in it, and what was there before stays out of sight', async () => {
    const { organisationId } = leads.own.intern.actor;
    const [id] = (await addDefinitions(door.services.pool, organisationId, [{ term: 'straks hoger' }])) as [string];
    const { client } = leads.own.intern;
    const batch = (await client.post('/api/v1/jobs', { operation: 'export', selection: { ids: [id] } })).body;
    expect((await client.get(`/api/v1/batches/${batch.id}`)).status).toBe(200);
    expect((await patch('vertrouwelijk', id, 'vertrouwelijk')).status).toBe(200);
    expect((await client.get(`/api/v1/batches/${batch.id}`)).status).toBe(404);
    expect((await client.get(`/api/v1/definitions/${id}`)).status).toBe(404);
    const lowered = await leads.own.vertrouwelijk.client.call('PATCH', `/api/v1/definitions/${id}`, {
      body: { classification: 'intern', reason: 'proef' },
      headers: { 'If-Match': '"2"' },
    });
    expect(lowered.status).toBe(200);
    const versions = (await client.get(`/api/v1/definitions/${id}/versions`)).body.items as { version: number }[];
    expect(versions.map(({ version }) => version)).toEqual([3, 1]);
  });

  it('leaves room for the same name where somebody may not see that it is taken', async () => {
    const { organisationId } = leads.own.intern.actor;
    const name = { definition: 'zaak met een naam die al vergeven is', category: 'type' as const };
    const [hidden, own] = (await addDefinitions(door.services.pool, organisationId, [
      { ...name, term: 'vergeven naam', classification: 'vertrouwelijk' },
      { ...name, term: 'andere naam' },
    ])) as [string, string];
    const rename = (clearance: Classification) =>
      leads.own[clearance].client.call('PATCH', `/api/v1/definitions/${own}`, {
        body: { term: 'vergeven naam', reason: 'proef' },
        headers: { 'If-Match': '"1"' },
      });
    expect((await rename('vertrouwelijk')).body.code).toBe('identity_taken');
    expect((await rename('intern')).status).toBe(200);
    const both = await leads.own.vertrouwelijk.client.get('/api/v1/definitions?q="vergeven naam"');
    expect(both.body.items.map(({ id }: { id: string }) => id).sort()).toEqual([hidden, own].sort());
  });
});

describe('a clearance', () => {
  it('is given and taken by an administrator, of others and up to their own, and audited', async () => {
    const clerk = await door.hire({ role: 'viewer', email: 'klerk@own.example', clearance: 'openbaar' });
    const admin = await door.hire({ role: 'admin', email: 'admin-intern@own.example', clearance: 'intern' });
    const change = (id: string, clearance: Classification) =>
      admin.client.call('PATCH', `/api/v1/people/${id}`, { body: { clearance, reason: 'nieuwe functie' } });
    const address = `/api/v1/definitions/${definitions.intern.own}`;
    expect((await clerk.client.get(address)).status).toBe(404);
    expect((await change(clerk.actor.id, 'intern')).body).toMatchObject({ clearance: 'intern', changeable: true });
    expect((await clerk.client.get(address)).status).toBe(200);
    expect((await change(clerk.actor.id, 'vertrouwelijk')).body.code).toBe('above_clearance');
    expect((await change(admin.actor.id, 'openbaar')).body.code).toBe('not_allowed');
    expect((await change(leads.own.vertrouwelijk.actor.id, 'openbaar')).body.code).toBe('above_clearance');
    expect((await change(leads.other.openbaar.actor.id, 'intern')).status).toBe(404);
    const { rows } = await door.services.pool.query(
      `SELECT reason, details FROM audit_entries WHERE action = 'person.cleared'`,
    );
    expect(rows).toEqual([{ reason: 'nieuwe functie', details: { from: 'openbaar', to: 'intern' } }]);
  });
});
