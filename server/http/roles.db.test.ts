import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newJobSchema } from '#contract/batches.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { actionsOf, ROLES } from '#domain/access.ts';
import { DEFAULT_APPROVAL_RULES } from '#domain/approval-rules.ts';
import { type OperationName, START_OF } from '#domain/operation-names.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { addDefinitions } from './testing/add-definitions.ts';
import { type TestClient, type TestRequest, testClient } from './testing/test-client.ts';
import { ORGANISATION, type TestDoor, testDoor } from './testing/test-door.ts';

/** Who asks, in the order of the columns below: one person per role of the owning organisation, and others. */
const WHO = ['anonymous', 'viewer', 'editor', 'lead', 'auditor', 'admin', 'outsider'] as const;
type Who = (typeof WHO)[number];

/** Every kind of job that can be asked for. */
const ASKED_FOR = newJobSchema.options.map(({ shape }) => shape.operation.value);

type Row = [call: string, statuses: string, request?: () => TestRequest];

let door: TestDoor;
const ids = {
  definition: '',
  job: '',
  batch: '',
  artifact: '',
  upload: '',
  schedule: '',
  mapping: '',
  event: '',
  webhook: '',
  delivery: '',
  redaction: '',
  approval: '',
  policy: '',
  person: '',
  verification: uuidV7(),
};

/**
 * Every endpoint, and the status each of WHO gets. A lead of another organisation gets the same as for what does not exist, for
 * every thing that is somebody's. 4xx of those who are allowed come from the state of the thing: the job is still queued.
 */
const TABLE: Row[] = [
  // anonymous viewer editor lead auditor admin outsider
  ['GET /api/v1/me', '401 200 200 200 200 200 200'],
  ['GET /api/v1/sign-in-options', '200 200 200 200 200 200 200'],
  ['GET /api/auth/get-session', '200 200 200 200 200 200 200'],
  ['GET /api/v1/account/sessions', '401 200 200 200 200 200 200'],
  // The id of nothing: own sessions and keys are nobody else's business, whatever the role.
  ['DELETE /api/v1/account/sessions/{verification}', '401 404 404 404 404 404 404'],
  ['GET /api/v1/account/keys', '401 200 200 200 200 200 200'],
  ['POST /api/v1/account/keys', '401 201 201 201 201 201 201', apiKey],
  ['DELETE /api/v1/account/keys/{verification}', '401 404 404 404 404 404 404'],
  ['GET /api/v1/account/second-factor', '401 200 200 200 200 200 200'],
  ['PUT /api/v1/account/second-factor', '401 422 422 422 422 422 422', () => ({ body: { code: '000000' } })],
  ['GET /api/v1/audit-retention', '401 403 403 403 200 200 403'],
  ['GET /api/v1/ways-in', '401 403 403 403 403 200 403'],
  ['DELETE /api/v1/ways-in/sessions/{verification}', '401 403 403 403 403 404 403'],
  ['DELETE /api/v1/ways-in/keys/{verification}', '401 403 403 403 403 404 403'],
  ['DELETE /api/v1/ways-in/second-factors/{verification}', '401 403 403 403 403 404 403'],
  ['GET /api/v1/definitions', '401 200 200 200 200 200 200'],
  ['GET /api/v1/definitions/facets', '401 200 200 200 200 200 200'],
  ['GET /api/v1/definitions/quality', '401 200 200 200 200 200 200'],
  ['GET /api/v1/definitions/{definition}', '401 200 200 200 200 200 404'],
  ['GET /api/v1/definitions/{definition}/versions', '401 200 200 200 200 200 404'],
  ['GET /api/v1/definitions/{definition}/origins', '401 200 200 200 200 200 404'],
  ['GET /api/v1/definitions/{definition}/reviews', '401 200 200 200 200 200 404'],
  ['PUT /api/v1/definitions/{definition}/reviews/ESS-03', '401 403 200 200 403 200 404', review],
  ['GET /api/v1/uploads', '401 200 200 200 200 200 200'],
  ['POST /api/v1/uploads/{upload}/previews', '401 403 403 200 403 200 404', () => ({ body: {} })],
  ['GET /api/v1/column-mappings', '401 200 200 200 200 200 200'],
  ['PUT /api/v1/column-mappings', '401 403 403 200 403 200 200', columnMapping],
  ['PATCH /api/v1/column-mappings/{mapping}', '401 403 403 200 403 200 404', () => ({ body: { name: 'Lijst' } })],
  ['DELETE /api/v1/column-mappings/{mapping}', '401 403 403 200 403 404 404'],
  ['PATCH /api/v1/definitions/{definition}', '401 403 412 412 403 412 404', stalePatch],
  ['POST /api/v1/selections/count', '401 200 200 200 200 200 200', () => ({ body: { selection: { filter: {} } } })],
  ['POST /api/v1/uploads', '401 403 403 201 403 201 201', upload],
  ['GET /api/v1/batches', '401 200 200 200 200 200 200'],
  ['POST /api/v1/batches', '401 403 403 202 403 202 422', () => ({ body: { jobs: [exportOf(ids.definition)] } })],
  ['POST /api/v1/jobs', '401 403 403 202 403 202 422', () => ({ body: exportOf(ids.definition) })],
  ['POST /api/v1/jobs', '401 403 403 202 403 202 422', () => ({ body: { operation: 'import', uploadId: ids.upload } })],
  ['GET /api/v1/batches/{batch}', '401 200 200 200 200 200 404'],
  ['GET /api/v1/batches/{batch}/report', '401 200 200 200 200 200 404'],
  ['GET /api/v1/batches/{batch}/report.csv', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/items', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/item-facets', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/quality', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/quality.csv', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/items/0', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/items/0/content', '401 422 422 422 422 422 404'],
  ['PUT /api/v1/jobs/{job}/items/0/content', '401 403 403 422 403 422 404', correction],
  ['POST /api/v1/jobs/{job}/repairs', '401 403 403 422 403 422 404', () => ({ body: { transform: 'spacing' } })],
  ['GET /api/v1/jobs/{job}/error-file.zip', '401 403 403 422 422 422 404'],
  ['GET /api/v1/jobs/{job}/error-file.csv', '401 403 403 422 422 422 404'],
  ['GET /api/v1/jobs/{job}/error-file.xlsx', '401 403 403 422 422 422 404'],
  ['GET /api/v1/jobs/{job}/report', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/report.csv', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/plan-choices', '401 200 200 200 200 200 404'],
  ['POST /api/v1/jobs/{job}/plan-previews', '401 409 409 409 409 409 404', () => ({ body: {} })],
  ['PUT /api/v1/jobs/{job}/confirmation', '401 403 403 409 403 409 404', () => ({ body: { decision: 'apply' } })],
  ['POST /api/v1/jobs/{job}/retries', '401 403 403 409 403 409 404', () => ({ body: { items: 'failed' } })],
  ['GET /api/v1/redaction-settings', '401 200 200 200 200 200 200'],
  ['GET /api/v1/provenance-settings', '401 200 200 200 200 200 200'],
  ['PUT /api/v1/provenance-settings', '401 403 403 403 403 200 403', provenancePolicy],
  ['GET /api/v1/partner-keys', '401 200 200 200 200 200 200'],
  ['POST /api/v1/enrolment-challenges', '401 403 403 403 403 201 403'],
  ['POST /api/v1/partner-keys', '401 403 403 403 403 409 403', partnerKey],
  [
    'POST /api/v1/partner-keys/{verification}/revocation',
    '401 403 403 403 403 404 403',
    () => ({ body: { reason: 'weg' } }),
  ],
  ['GET /api/v1/proofs', '401 200 200 200 200 200 200'],
  ['GET /api/v1/jobs/{job}/proofs/0', '401 403 403 404 404 404 404'],
  ['POST /api/v1/hash-verifications', '401 200 200 200 200 200 200', () => ({ body: { hashes: ['a'.repeat(64)] } })],
  ['PUT /api/v1/redaction-settings', '401 403 403 403 403 200 403', () => ({ body: { terms: [], version: 0 } })],
  ['GET /api/v1/jobs/{redaction}/redactions', '401 403 403 200 403 200 404'],
  [
    'PUT /api/v1/jobs/{redaction}/redactions',
    '401 403 403 409 403 409 404',
    () => ({ body: { decision: 'leave', kind: 'bsn' } }),
  ],
  ['GET /api/v1/jobs/{redaction}/redaction-files', '401 403 403 200 403 200 404'],
  ['GET /api/v1/approvals', '401 200 200 200 200 200 200'],
  ['GET /api/v1/approval-settings', '401 200 200 200 200 200 200'],
  ['PUT /api/v1/approval-settings', '401 403 403 403 403 200 403', approvalSettings],
  ['GET /api/v1/jobs/{redaction}/approvals', '401 200 200 200 200 200 404'],
  ['GET /api/v1/retention-policies', '401 200 200 200 200 200 200'],
  ['POST /api/v1/retention-policies', '401 403 403 201 403 201 201', retentionPolicy],
  ['GET /api/v1/retention-policies/{policy}', '401 200 200 200 200 200 404'],
  [
    'PUT /api/v1/retention-policies/{policy}',
    '401 403 403 412 403 412 404',
    () => ({ body: { ...retentionPolicy().body, version: 9 } }),
  ],
  ['POST /api/v1/retention-previews', '401 403 403 200 403 200 200', retentionPreview],
  ['GET /api/v1/retention-policies/{policy}/due.csv', '401 403 403 200 403 200 404'],
  ['POST /api/v1/retention-policies/{policy}/runs', '401 403 403 422 403 422 404'],
  ['DELETE /api/v1/retention-policies/{policy}', '401 403 403 200 403 404 404'],
  [
    'POST /api/v1/jobs/{redaction}/approvals',
    '401 403 403 409 403 409 404',
    () => ({ body: { reason: 'proef', count: 1 } }),
  ],
  [
    'PUT /api/v1/approvals/{approval}/decision',
    '401 403 403 403 403 200 404',
    () => ({ body: { decision: 'refuse', reason: 'proef' } }),
  ],
  ['DELETE /api/v1/approvals/{approval}', '401 403 403 409 403 409 404'],
  ['GET /api/v1/rule-settings', '401 200 200 200 200 200 200'],
  ['PUT /api/v1/rule-settings', '401 403 403 200 403 200 200', () => ({ body: DEFAULT_RULE_SETTINGS })],
  ['GET /api/v1/schedules', '401 200 200 200 200 200 200'],
  ['POST /api/v1/schedules', '401 403 403 201 403 201 201', () => ({ body: scheduleOf(ids.definition) })],
  ['GET /api/v1/schedules/{schedule}', '401 200 200 200 200 200 404'],
  ['PATCH /api/v1/schedules/{schedule}', '401 403 403 200 403 200 404', () => ({ body: { paused: true } })],
  ['POST /api/v1/schedules/{schedule}/runs', '401 403 403 202 403 202 404'],
  ['DELETE /api/v1/schedules/{schedule}', '401 403 403 200 403 404 404'],
  ['GET /api/v1/artifacts/{artifact}', '401 403 403 200 200 200 404'],
  ['GET /api/v1/webhooks', '401 403 403 200 403 200 200'],
  ['POST /api/v1/webhooks', '401 403 403 201 403 201 201', () => ({ body: webhook() })],
  ['GET /api/v1/webhooks/{webhook}', '401 403 403 200 403 200 404'],
  ['PATCH /api/v1/webhooks/{webhook}', '401 403 403 200 403 200 404', () => ({ body: { name: 'anders' } })],
  ['POST /api/v1/webhooks/{webhook}/secrets', '401 403 403 201 403 201 404'],
  ['GET /api/v1/webhooks/{webhook}/deliveries', '401 403 403 200 403 200 404'],
  ['GET /api/v1/webhooks/{webhook}/deliveries/{delivery}', '401 403 403 200 403 200 404'],
  ['POST /api/v1/webhooks/{webhook}/deliveries/{delivery}/replays', '401 403 403 202 403 202 404'],
  ['POST /api/v1/webhooks/{webhook}/replays', '401 403 403 202 403 202 404', () => ({ body: {} })],
  ['POST /api/v1/webhooks/{webhook}/tests', '401 403 403 202 403 202 404'],
  ['DELETE /api/v1/webhooks/{webhook}', '401 403 403 200 403 404 404'],
  ['GET /api/v1/organisations', '401 200 200 200 200 200 200'],
  ['GET /api/v1/people', '401 403 403 403 200 200 403'],
  [
    'PATCH /api/v1/people/{person}',
    '401 403 403 403 403 200 403',
    () => ({ body: { clearance: 'vertrouwelijk', reason: 'proef' } }),
  ],
  ['GET /api/v1/notifications', '401 200 200 200 200 200 200'],
  [
    'PUT /api/v1/notifications/reading',
    '401 200 200 200 200 200 200',
    () => ({ body: { until: '2026-01-01T00:00:00Z' } }),
  ],
  // The lead's own entry, so that everybody else has none such.
  ['PATCH /api/v1/notifications/{event}', '401 404 404 200 404 404 404', () => ({ body: { read: true } })],
  ['GET /api/v1/notification-settings', '401 200 200 200 200 200 200'],
  ['PUT /api/v1/notification-settings', '401 200 200 200 200 200 200', () => ({ body: { locale: 'nl', choices: {} } })],
  ['GET /api/v1/audit-entries', '401 403 403 403 200 200 403'],
  ['GET /api/v1/audit-entries.jsonl', '401 403 403 403 200 200 403'],
  ['GET /api/v1/audit-entries.csv', '401 403 403 403 200 200 403'],
  ['GET /api/v1/audit-seal', '401 403 403 403 200 200 403'],
  ['GET /api/v1/audit-verifications', '401 403 403 403 200 200 403'],
  ['GET /api/v1/audit-verifications/{verification}', '401 403 403 403 200 200 403'],
  ['DELETE /api/v1/audit-verifications/{verification}/cancellation', '401 403 403 403 202 409 403'],
  ['PUT /api/v1/audit-verifications/{verification}/cancellation', '401 403 403 403 202 409 403'],
  ['POST /api/v1/audit-verifications', '401 403 403 403 202 409 403', () => ({ body: {} })],
  ['GET /api/v1/monitoring', '401 403 403 403 200 200 403'],
  ['GET /api/v1/jobs/{job}/chunks', '401 200 200 200 200 200 404'],
  ['GET /api/v1/jobs/{job}/transitions', '401 200 200 200 200 200 404'],
  ['PATCH /api/v1/jobs/{job}', '401 403 403 200 403 200 404', () => ({ body: { priority: 7 } })],
  ['PATCH /api/v1/batches/{batch}', '401 403 403 200 403 200 404', () => ({ body: { maxConcurrent: 2 } })],
  ['PUT /api/v1/jobs/{job}/pause', '401 403 403 202 403 409 404'],
  ['DELETE /api/v1/jobs/{job}/pause', '401 403 403 202 403 409 404'],
  ['PUT /api/v1/jobs/{job}/rollback', '401 403 403 422 403 422 404', () => ({ body: { dryRun: true } })],
  ['PUT /api/v1/jobs/{job}/cancellation', '401 403 403 202 403 409 404', () => ({ body: { keep: true } })],
];
/** Tried by auth.db.test.ts; here they would sign everybody out. */
const ELSEWHERE = [
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  // By second-factor.db.test.ts and account.db.test.ts, for the same reason.
  'POST /api/auth/sign-in/code',
  'PUT /api/v1/account/password',
  'POST /api/v1/account/second-factor',
  'DELETE /api/v1/account/second-factor',
  'POST /api/v1/account/second-factor/backup-codes',
  'DELETE /api/v1/account/sessions',
];

function provenancePolicy(): TestRequest {
  return { body: { unsigned: 'accept', foreign: 'warn', changed: 'warn', broken: 'refuse', version: 0 } };
}

function partnerKey(): TestRequest {
  return {
    body: { challengeId: uuidV7(), name: 'Ander systeem', publicKey: 'a'.repeat(64), signature: 'b'.repeat(128) },
  };
}

function stalePatch(): TestRequest {
  return { body: { explanation: 'anders', reason: 'test' }, headers: { 'If-Match': '"99"' } };
}
function correction(): TestRequest {
  return { body: { fields: { term: 'x' } }, headers: { 'If-Match': '"0"' } };
}
function review(): TestRequest {
  return { body: { version: 1, answer: 'yes' } };
}
function upload(): TestRequest {
  return { raw: '{"term":"x"}', headers: { 'X-File-Name': 'x.json' } };
}
function columnMapping(): TestRequest {
  return { body: { headers: ['woord', 'betekenis'], mapping: { columns: [{ column: 'woord', use: 'term' }] } } };
}
function apiKey(): TestRequest {
  return { body: { name: 'sleutel', scopes: ['definition:read'], days: 1 } };
}
/** A job of this operation that is formed well enough to be asked for; most of them could not start for another reason. */
function jobOf(operation: OperationName): object {
  const selection = { ids: [ids.upload] };
  const reason = 'proef';
  const more: Partial<Record<OperationName, object>> = {
    import: { uploadId: ids.definition },
    update: { selection, options: { set: { explanation: 'x' }, reason } },
    delete: { selection, options: { reason } },
    restore: { selection, options: { reason } },
    hold: { selection, options: { matter: 'zaak', reason } },
    release: { selection, options: { matter: 'zaak', reason } },
    share: { selection, options: { visibility: 'own', reason } },
    query: { terms: ['begrip'] },
    retain: { selection, options: { action: 'archive', reason } },
    anonymise: { selection, options: { reason } },
    erase: { selection, options: { reason } },
    verify_hashes: { hashes: ['0'.repeat(64)] },
    enrol: { challengeId: uuidV7(), keys: [{ name: 'x', publicKey: 'x', signature: 'x' }] },
  };
  return newJobSchema.parse({ operation, ...(more[operation] ?? { selection }) });
}
function webhook() {
  return { name: 'Ontvanger', url: 'https://receiver.example/hook', events: ['job.completed'] };
}
function approvalSettings(): TestRequest {
  return { body: { rules: DEFAULT_APPROVAL_RULES, version: 0 } };
}
function retentionPolicy() {
  const criteria = { ageOf: 'changed', olderThanDays: 3650 };
  return { body: { name: 'Oud', action: 'archive', criteria, reason: 'selectielijst', cron: '0 3 * * *' } };
}
function retentionPreview(): TestRequest {
  return { body: { action: 'archive', criteria: { ageOf: 'changed', olderThanDays: 3650 } } };
}
function exportOf(id: string) {
  return { operation: 'export', selection: { ids: [id] } };
}
function scheduleOf(id: string) {
  return { name: 'Elke nacht', cron: '0 3 * * *', batch: { jobs: [exportOf(id)] } };
}

beforeAll(async () => {
  door = await testDoor();
  const { lead } = door.people;
  const { pool, storage } = door.services;
  [ids.definition] = (await addDefinitions(pool, lead.actor.organisationId, [{}])) as [string];
  const batch = await lead.client.post('/api/v1/jobs', exportOf(ids.definition));
  ids.batch = batch.body.id;
  ids.job = batch.body.jobs[0].id;
  ids.upload = (await lead.client.call('POST', '/api/v1/uploads', upload())).body.id;
  ids.schedule = (await lead.client.post('/api/v1/schedules', scheduleOf(ids.definition))).body.id;
  ids.mapping = (await lead.client.call('PUT', '/api/v1/column-mappings', columnMapping())).body.id;
  ids.event = uuidV7();
  await pool.query(
    `INSERT INTO events (id, organisation_id, type, data, people, told_at) VALUES ($1, $2, 'job.completed', '{}', '{}', now())`,
    [ids.event, lead.actor.organisationId],
  );
  await pool.query('INSERT INTO notifications (user_id, event_id) VALUES ($1, $2)', [lead.actor.id, ids.event]);
  ids.webhook = (await lead.client.post('/api/v1/webhooks', webhook())).body.id;
  ids.delivery = (await lead.client.post(`/api/v1/webhooks/${ids.webhook}/tests`)).body.id;
  const redaction = { operation: 'redact', selection: { ids: [ids.definition] } };
  ids.redaction = (await lead.client.post('/api/v1/jobs', redaction)).body.jobs[0].id;
  ids.policy = (await lead.client.call('POST', '/api/v1/retention-policies', retentionPolicy())).body.id;
  ids.approval = uuidV7();
  await pool.query(
    `INSERT INTO approvals (id, organisation_id, job_id, started_by, requested_by, reason, plan_digest, expires_at)
     VALUES ($1, $2, $3, $4, $4, 'proef', 'x', now() + interval '1 day')`,
    [ids.approval, lead.actor.organisationId, ids.redaction, lead.actor.id],
  );
  ids.person = lead.actor.id;
  ids.artifact = uuidV7();
  const { size, sha256 } = await storage.write('artifacts/a', Readable.from([Buffer.from('PK')]));
  await pool.query(
    `INSERT INTO artifacts (id, job_id, organisation_id, kind, file_name, media_type, size, sha256, storage_key, expires_at)
     VALUES ($1, $2, $3, 'archive', 'export.zip', 'application/zip', $4, $5, 'artifacts/a', now() + interval '1 day')`,
    [ids.artifact, ids.job, lead.actor.organisationId, size, sha256],
  );
  await pool.query(
    `INSERT INTO audit_verifications (id, requested_by, requested_name, status) VALUES ($1, $2, 'x', 'stopped')`,
    [ids.verification, lead.actor.id],
  );
});
afterAll(() => door.close());

function clientOf(who: Who): TestClient {
  if (who === 'anonymous') return door.anonymous;
  return who === 'outsider' ? door.outsider.client : door.people[who].client;
}

const address = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: keyof typeof ids) => ids[name]);
const CASES = TABLE.flatMap(([call, statuses, request]) =>
  statuses.split(' ').map((status, index) => ({ call, who: WHO[index] as Who, status: Number(status), request })),
);
const CODE_OF: Record<number, string[]> = {
  401: ['not_signed_in'],
  403: ['not_allowed', 'approval_of_own'],
  404: ['not_found'],
  409: ['wrong_state', 'challenge_spent', 'approval_ended', 'verification_open', 'verification_ended'],
  412: ['version_conflict', 'settings_changed'],
  422: ['empty_selection', 'foreign_upload', 'not_supported', 'wrong_code'],
};

describe('who may do what', () => {
  it.each(CASES)('$call by $who answers $status', async ({ call, who, status, request }) => {
    const [method, path] = call.split(' ') as [string, string];
    const answer = await clientOf(who).call(method, address(path), request?.());
    expect({ status: answer.status, text: answer.text.slice(0, 300) }).toMatchObject({ status });
    if (status < 400) return;
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(CODE_OF[status]).toContain(answer.body.code);
  });

  it('is tried for every endpoint there is', async () => {
    const { body } = await door.anonymous.get('/api/v1/openapi.json');
    const there = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const shape = (call: string) =>
      call
        .replace(/\{\w+\}/g, '{}')
        .replace(/items\/(0|\{\})(?=\/|$)/, 'items/{}')
        .replace('reviews/ESS-03', 'reviews/{}')
        .replace('proofs/0', 'proofs/{}');
    const tried = new Set([...TABLE.map(([call]) => shape(call)), ...ELSEWHERE]);
    expect(there.map(shape).filter((call) => !tried.has(call))).toEqual([]);
    expect(there.length).toBeGreaterThanOrEqual(25);
  });

  it('leaves a trace of every refusal: who wanted what', async () => {
    const refused = CASES.filter(({ status }) => status === 403).length;
    const { rows } = await door.database.pool.query(
      `SELECT role, details ->> 'wanted' AS wanted, ip, correlation_id AS "correlationId" FROM audit_entries WHERE action = 'access.refused'`,
    );
    expect(rows).toHaveLength(refused);
    expect(rows.every((row) => ROLES.includes(row.role) && row.wanted && row.ip && row.correlationId)).toBe(true);
  });

  it('shows an outsider nothing of this organisation in any list', async () => {
    const { client } = door.outsider;
    const [definitions, facets, batches, count] = await Promise.all([
      client.get('/api/v1/definitions'),
      client.get('/api/v1/definitions/facets'),
      client.get('/api/v1/batches'),
      client.post('/api/v1/selections/count', { selection: { ids: [ids.definition] } }),
    ]);
    expect(definitions.body).toMatchObject({ items: [], total: 0 });
    expect(facets.body).toMatchObject({ status: [], organisation: [], total: 0 });
    expect(batches.body).toMatchObject({ items: [], total: 0 });
    expect(count.body).toEqual({ count: 0, readable: 0 });
  });

  it('names the organisation and the actions of the person', async () => {
    const { body } = await door.people.viewer.client.get('/api/v1/me');
    expect(body).toMatchObject({ role: 'viewer', organisation: { name: ORGANISATION }, demo: false });
    expect(body.actions).toEqual(['definition:read', 'batch:read']);
  });

  describe('starting each operation', () => {
    const STARTERS: Partial<Record<OperationName, string>> = { enrol: 'admin' };
    const start = (client: TestClient, operation: OperationName) => client.post('/api/v1/jobs', jobOf(operation));

    it.each(ASKED_FOR)('%s is for who may, and refused by one code to everybody else', async (operation) => {
      for (const role of ROLES) {
        const answer = await start(door.people[role].client, operation);
        const may = (STARTERS[operation] ?? 'lead admin').includes(role);
        expect({ role, refused: answer.body.code === 'not_allowed' }).toEqual({ role, refused: !may });
        expect(answer.status === 403).toBe(!may);
      }
    });

    it.each(ASKED_FOR)('%s takes a key that is for it', async (operation) => {
      const client = door.people.admin.client;
      const keyed = async (scopes: readonly string[]) => {
        const { body } = await client.post('/api/v1/account/keys', { name: operation, scopes, days: 1 });
        const answer = await start(testClient(door.url, '', body.key), operation);
        await client.call('DELETE', `/api/v1/account/keys/${body.id}`);
        return answer;
      };
      const without = actionsOf('admin').filter((action) => action !== START_OF[operation]);
      expect((await keyed(without)).body.code).toBe('not_allowed');
      expect((await keyed(['batch:start', 'batch:read', START_OF[operation]])).body.code).not.toBe('not_allowed');
    });
  });
});
