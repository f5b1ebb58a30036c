import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HitDecisions, RedactionQuery } from '#contract/redaction.ts';
import { writeRedactionSettings } from '#db/queries/redaction-settings.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { decideApproval } from '#server/approvals/decide-approval.ts';
import { listApprovals } from '#server/approvals/list-approvals.ts';
import { requestApproval } from '#server/approvals/request-approval.ts';
import { withdrawApproval } from '#server/approvals/withdraw-approval.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { readItem } from '#server/batches/read-item.ts';
import { readReport } from '#server/batches/read-report.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { answerReview } from '#server/definitions/answer-review.ts';
import { editDefinition } from '#server/definitions/edit-definition.ts';
import { housekeep } from '#server/engine/housekeep.ts';
import { decideHits } from '#server/redaction/decide-hits.ts';
import { readFiles } from '#server/redaction/read-files.ts';
import { readRedactions } from '#server/redaction/read-redactions.ts';
import { changeSettings, readSettings } from '#server/redaction/settings.ts';
import { definitionOf, driveJobs, fileOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

/** Of the series that is given to nobody, and an example of the registry. */
const BSN = '920800026';
const OLD_BSN = '929786695';
const IBAN = 'NL91ABNA0417164300';
const ALL: RedactionQuery = { after: -1, limit: 25 };

let product: Product;
let lead: Actor;
let second: Actor;
let admin: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  second = await product.person('lead');
  admin = await product.person('admin');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

async function planned(ids: string[], redaction: { kinds?: ['bsn']; keepCaseReferences?: boolean } = {}) {
  const options = {
    chunkSize: 20,
    parallelism: 2,
    onError: 'all_or_nothing',
    redaction: { keepCaseReferences: true, ...redaction },
  };
  const jobId = await drive.start({ operation: 'redact', selection: { ids }, options: options as never });
  await product.until(jobId, 'awaiting_confirmation');
  return jobId;
}
const look = (jobId: string, query: Partial<RedactionQuery> = {}) =>
  readRedactions(product.services, lead, jobId, { ...ALL, ...query });
const decide = (jobId: string, decisions: HitDecisions) => decideHits(product.services, lead, jobId, decisions);
async function ask(jobId: string, actor = lead) {
  const { redact } = await look(jobId);
  return requestApproval(product.services, actor, jobId, {
    reason: 'afgesproken met de privacyfunctionaris',
    count: redact,
  });
}
const approve = (id: string, actor = second, decision: 'approve' | 'refuse' = 'approve') =>
  decideApproval(product.services, actor, id, { decision, reason: 'gezien en akkoord' });
const codeOf = (tried: Promise<unknown>) =>
  tried.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.code : String(error)),
  );
const definition = async (id: string) =>
  (await product.services.pool.query('SELECT * FROM definitions WHERE id = $1', [id])).rows[0];

/** Every table and column whose rows have this text, and every stored file; `except` are columns. */
async function whereIs(value: string): Promise<string[]> {
  const { pool } = product.services;
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `SELECT c.table_schema || '.' || c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const { rows } = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE strpos(lower("${column}"::text), lower($1)) > 0`,
      [value],
    );
    if (rows[0]?.count) found.push(`${table}.${column}`);
  }
  const files = join(product.dataDir, 'files');
  for (const entry of await readdir(files, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.includes(value)) found.push(`file ${entry.name}`);
  }
  return found;
}

describe('a plan to redact', () => {
  it('has every hit with its text, in old versions too, and keeps no value itself', async () => {
    const [id] = (await drive.store([
      definitionOf('plan een', { definition: `persoon met BSN ${OLD_BSN} en rekening ${IBAN}` }),
    ])) as [string];
    const patch = { definition: `persoon met BSN ${BSN} en rekening ${IBAN}`, reason: 'correctie' };
    await editDefinition(product.services, lead, { id, version: null, patch });
    const jobId = await planned([id]);
    const plan = await look(jobId);
    expect(plan).toMatchObject({ hits: 3, redact: 3, definitions: 1, total: 1, approval: null });
    expect(plan.kinds).toEqual([
      { kind: 'iban', found: 1, redact: 1, definitions: 1 },
      { kind: 'bsn', found: 2, redact: 2, definitions: 1 },
    ]);
    const [item] = plan.items;
    expect(
      item?.texts.map(({ path, version, text, hits }) => [
        path,
        version,
        hits.map((hit) => text.slice(hit.start, hit.end)),
      ]),
    ).toEqual([
      ['definition', 2, [BSN, IBAN]],
      ['definition', 1, [OLD_BSN]],
    ]);
    expect(item?.texts[0]?.hits[0]).toMatchObject({ placeholder: '[BSN-1]', decision: 'redact', sameValue: 1 });
    expect((await whereIs(BSN)).filter((place) => /redaction|job_item/.test(place))).toEqual([]);
    expect(await drive.job(jobId)).toMatchObject({ plan: { update: 1 }, undoable: false });
    expect(await readItem(product.services, lead, jobId, 0)).toMatchObject({ decision: 'update', reason: 'to_redact' });
  });

  it('lets a person decide over a hit, a value, or a kind', async () => {
    const ids = await drive.store(
      ['a', 'b', 'c'].map((name) =>
        definitionOf(`besluit ${name}`, { definition: `persoon met BSN ${BSN}, rekening ${IBAN}, zie ${BSN}` }),
      ),
    );
    const jobId = await planned(ids);
    expect(await decide(jobId, { decision: 'leave', hits: [{ position: 0, ordinal: 0 }] })).toEqual({ changed: 1 });
    expect(await decide(jobId, { decision: 'leave', value: { kind: 'bsn', number: 1 } })).toEqual({ changed: 5 });
    expect(await decide(jobId, { decision: 'redact', kind: 'bsn' })).toEqual({ changed: 6 });
    expect(await decide(jobId, { decision: 'leave', kind: 'iban' })).toEqual({ changed: 3 });
    expect(await look(jobId)).toMatchObject({ hits: 9, redact: 6 });
    expect((await look(jobId, { decision: 'leave', kind: 'bsn' })).total).toBe(0);
    expect((await look(jobId, { limit: 2 })).nextAfter).toBe(1);
    expect((await look(jobId, { after: 1, limit: 2 })).items.map(({ position }) => position)).toEqual([2]);
    const { rows } = await product.services.pool.query(
      `SELECT details FROM audit_entries WHERE job_id = $1 AND action = 'redaction.decided' ORDER BY id`,
      [jobId],
    );
    expect(rows.map(({ details }) => details.changed)).toEqual([1, 5, 6, 3]);
  });

  it('is for who may redact, in the organisation it belongs to', async () => {
    const [id] = (await drive.store([definitionOf('plan van wie', { definition: `persoon met BSN ${BSN}` })])) as [
      string,
    ];
    const jobId = await planned([id]);
    const editor = await product.person('editor');
    const elsewhere = await product.person('lead', 'Rechtspraak');
    const seen = (actor: Actor) => codeOf(readRedactions(product.services, actor, jobId, ALL));
    expect(await seen(editor)).toBe('not_allowed');
    expect(await seen(elsewhere)).toBe('not_found');
    expect(await codeOf(requestApproval(product.services, elsewhere, jobId, { reason: 'x', count: 1 }))).toBe(
      'not_found',
    );
  });

  it('fails as a whole when there is a legal hold on one of the definitions', async () => {
    const text = `proef waarin ${BSN} staat`;
    const ids = await drive.store(
      ['gehouden een', 'gehouden twee'].map((term) => definitionOf(term, { definition: text })),
    );
    const options = { chunkSize: 20, parallelism: 2, matter: 'zaak Proef', reason: 'lopend' } as const;
    const selection = { ids: ids.slice(0, 1) };
    await product.until(
      await drive.start({ operation: 'hold', selection, options: { ...options, onError: 'continue' } }),
      'completed',
    );
    const redaction = { redaction: { keepCaseReferences: true }, onError: 'all_or_nothing' } as const;
    const jobId = await drive.start({
      operation: 'redact',
      selection: { ids },
      options: { chunkSize: 20, parallelism: 2, ...redaction },
    });
    await product.until(jobId, 'failed');
    expect(await drive.items(jobId)).toMatchObject([{ code: 'legal_hold' }, { code: null }]);
    expect((await definition(ids[1] as string)).definition).toBe(text);
  });

  it('fails as a whole when redacting would make two definitions the same', async () => {
    const ids = await drive.store([definitionOf(`zaak ${BSN}`), definitionOf(`zaak [BSN-1]`)]);
    const options = {
      chunkSize: 20,
      parallelism: 2,
      onError: 'all_or_nothing' as const,
      redaction: { keepCaseReferences: true },
    };
    const jobId = await drive.start({ operation: 'redact', selection: { ids }, options });
    await drive.until(jobId, ({ status }) => status === 'failed');
    expect(await drive.outcomes(jobId)).toMatchObject({ 'failed identity_taken': 1 });
  });
});

describe('four eyes', () => {
  async function waiting(name: string) {
    const [id] = (await drive.store([definitionOf(name, { definition: `persoon met BSN ${BSN}` })])) as [string];
    return { id, jobId: await planned([id]) };
  }

  it('let nobody confirm such a plan by themselves', async () => {
    const { jobId } = await waiting('ogen een');
    expect(await codeOf(confirmPlan(product.services, lead, jobId, { decision: 'apply' }))).toBe('approval_required');
    expect(await codeOf(confirmPlan(product.services, second, jobId, { decision: 'apply' }))).toBe('approval_required');
  });

  it('are not those of who started or who asked', async () => {
    const { jobId } = await waiting('ogen twee');
    const { id } = await ask(jobId, second);
    expect(await codeOf(approve(id, lead))).toBe('approval_of_own');
    expect(await codeOf(approve(id, second))).toBe('approval_of_own');
    expect((await listApprovals(product.services, second, { state: 'waiting' })).items[0]).toMatchObject({
      id,
      decidable: false,
    });
    expect((await listApprovals(product.services, admin, { state: 'waiting' })).items[0]).toMatchObject({
      id,
      decidable: true,
    });
    expect(await approve(id, admin)).toMatchObject({ status: 'approved', decidedBy: admin.name });
    await product.until(jobId, 'completed');
    const { rows } = await product.services.pool.query<{ type: string }>(
      `SELECT type FROM events WHERE type LIKE 'approval.%' AND data -> 'job' ->> 'id' = $1 ORDER BY created_at`,
      [jobId],
    );
    expect(rows.map(({ type }) => type)).toEqual(['approval.requested', 'approval.approved']);
  });

  it('are asked for by the database itself', async () => {
    const { jobId } = await waiting('ogen drie');
    const { id } = await ask(jobId);
    const { pool } = product.services;
    const approveAs = (person: string) =>
      pool.query(
        `UPDATE approvals SET status = 'approved', decided_by = $2, decided_at = now(), decision_reason = 'x' WHERE id = $1`,
        [id, person],
      );
    await expect(approveAs(lead.id)).rejects.toThrow(/approvals_by_somebody_else/);
    await expect(pool.query('UPDATE approvals SET started_by = $2 WHERE id = $1', [id, second.id])).rejects.toThrow(
      /foreign key/,
    );
    await expect(pool.query(`UPDATE jobs SET status = 'running' WHERE id = $1`, [jobId])).rejects.toThrow(
      /approval of somebody else/,
    );
  });

  it('hold the hits fixed while somebody decides, until the request is withdrawn or refused', async () => {
    const { jobId } = await waiting('ogen vier');
    const leave = () => codeOf(decide(jobId, { decision: 'leave', kind: 'bsn' }));
    const { id } = await ask(jobId);
    expect(await leave()).toBe('approval_open');
    expect(await codeOf(ask(jobId))).toBe('approval_open');
    await withdrawApproval(product.services, lead, id);
    expect(await codeOf(approve(id))).toBe('approval_ended');
    const again = await ask(jobId);
    expect(await approve(again.id, second, 'refuse')).toMatchObject({
      status: 'refused',
      decisionReason: 'gezien en akkoord',
    });
    expect(await leave()).toBe('done');
    expect(await codeOf(requestApproval(product.services, lead, jobId, { reason: 'niets', count: 1 }))).toBe(
      'nothing_to_redact',
    );
    expect((await drive.job(jobId)).status).toBe('awaiting_confirmation');
  });

  it('say yes to what was seen and to nothing else', async () => {
    const { jobId } = await waiting('ogen vijf');
    expect(await codeOf(requestApproval(product.services, lead, jobId, { reason: 'te veel', count: 2 }))).toBe(
      'plan_changed',
    );
    const reason = `omdat ${BSN} er niet in hoort`;
    expect(await codeOf(requestApproval(product.services, lead, jobId, { reason, count: 1 }))).toBe('invalid_request');
    const { id } = await ask(jobId);
    await product.services.pool.query(`UPDATE redaction_hits SET decision = 'leave' WHERE job_id = $1`, [jobId]);
    expect(await codeOf(approve(id))).toBe('plan_changed');
  });

  it('close with the job, and after a while by themselves', async () => {
    const first = await waiting('ogen zes');
    const { id } = await ask(first.jobId);
    await cancelJob(product.services, lead, first.jobId, { keep: true });
    expect(await codeOf(approve(id))).toBe('approval_ended');
    const other = await waiting('ogen zeven');
    const late = await ask(other.jobId);
    await product.services.pool.query(`UPDATE approvals SET expires_at = now() - interval '1 hour' WHERE id = $1`, [
      late.id,
    ]);
    await housekeep(product.engine);
    expect((await look(other.jobId)).approval?.status).toBe('expired');
    const told = await product.services.pool.query(
      `SELECT type FROM events WHERE data -> 'job' ->> 'id' = $1 AND type LIKE 'approval.%' ORDER BY id`,
      [other.jobId],
    );
    expect(told.rows.map(({ type }) => type)).toEqual(['approval.requested', 'approval.expired']);
    expect(await codeOf(approve(late.id))).toBe('approval_ended');
  });
});

describe('redacting', () => {
  it('replaces the text for good: in no table and in no file is it afterwards, and what was left alone stays', async () => {
    const { services } = product;
    // No other test has these: they are looked for everywhere.
    const [BSN, OLD_BSN] = ['903441299', '963563890'];
    const content = definitionOf('volledig', {
      definition: `persoon met BSN ${BSN}, zaaknummer ZK-2021-77`,
      explanation: `eerst ${OLD_BSN}, zie ook ZK-2021-77`,
      synonyms: ['jan@example.org'],
      caseReferences: [{ kind: 'parketnummer', value: '01/234567-21' }],
    });
    const uploadId = await drive.upload({ 'volledig.json': fileOf(content) });
    const imported = await drive.import(uploadId);
    await product.until(imported, 'completed');
    const { rows } = await services.pool.query<{ id: string }>(`SELECT id FROM definitions WHERE term = 'volledig'`);
    const id = rows[0]?.id as string;
    await editDefinition(services, lead, {
      id,
      version: null,
      patch: { explanation: 'zie ook ZK-2021-77', reason: `BSN ${OLD_BSN} eruit` },
    });
    await answerReview(services, lead, {
      id,
      ruleId: 'ESS-03',
      input: { version: 2, answer: 'yes', remark: `gaat over ${BSN}` },
    } as never).catch(() => {});
    const exported = await drive.export({ ids: [id] });
    await product.until(exported, 'completed');
    const updated = await drive.update({ ids: [id] }, { set: { preferredTerm: `${BSN}` }, reason: 'proef' });
    await product.until(updated, 'completed');

    const jobId = await planned([id]);
    const plan = await look(jobId);
    const left = plan.items[0]?.texts.flatMap(({ hits }) => hits).find(({ kind }) => kind === 'email');
    await decide(jobId, { decision: 'leave', value: { kind: 'email', number: left?.number ?? 0 } });
    const files = (await readFiles(services, lead, jobId)).items.map(({ kind }) => kind);
    expect(files.toSorted()).toEqual(['artifact', 'upload']);
    const { id: approval } = await ask(jobId);
    await approve(approval);
    await product.until(jobId, 'completed');

    const now = await definition(id);
    expect(now).toMatchObject({
      definition: 'persoon met BSN [BSN-1], zaaknummer [ZAAKNUMMER-1]',
      explanation: 'zie ook [ZAAKNUMMER-1]',
      preferred_term: '[BSN-1]',
      synonyms: ['jan@example.org'],
      case_references: [{ kind: 'parketnummer', value: '01/234567-21' }],
      version: 4,
    });
    const { rows: versions } = await services.pool.query<{
      version: number;
      reason: string;
      text: string;
      hash: string;
      same: boolean;
    }>(
      `SELECT version, reason, snapshot ->> 'explanation' AS text, content_hash = snapshot ->> 'content_hash' AS same
       FROM definition_versions WHERE definition_id = $1 ORDER BY version`,
      [id],
    );
    expect(versions.map(({ text }) => text)).toEqual([
      'eerst [BSN-2], zie ook [ZAAKNUMMER-1]',
      'zie ook [ZAAKNUMMER-1]',
      'zie ook [ZAAKNUMMER-1]',
      'zie ook [ZAAKNUMMER-1]',
    ]);
    expect(versions.every(({ same }) => same)).toBe(true);
    expect(versions[1]?.reason).toBe('BSN [BSN-2] eruit');
    expect(versions[3]?.reason).toBe('afgesproken met de privacyfunctionaris');

    // The audit trail is never changed: what people typed into reasons before is said in the README.
    const audit = ['public.audit_entries.reason', 'public.audit_entries.details'];
    const places = async (value: string) => (await whereIs(value)).filter((place) => !audit.includes(place));
    for (const value of [BSN, OLD_BSN, 'ZK-2021-77'])
      expect({ value, places: await places(value) }).toEqual({ value, places: [] });
    expect(await places('jan@example.org')).not.toEqual([]);
    expect(await readFiles(services, lead, jobId)).toEqual({ items: [] });
    const { rows: kept } = await services.pool.query(
      `SELECT FROM uploads WHERE id = $1 AND storage_key <> '' UNION ALL SELECT FROM artifacts WHERE job_id = $2 AND storage_key <> ''`,
      [uploadId, exported],
    );
    expect(kept).toEqual([]);

    const { rows: search } = await services.pool.query(
      'SELECT FROM definitions WHERE id = $1 AND search_terms LIKE $2',
      [id, `%${BSN}%`],
    );
    expect(search).toEqual([]);
    expect((await readReport(services, lead, jobId)).redactions).toEqual({ bsn: 2, zaaknummer: 2 });
    expect(await look(jobId)).toMatchObject({ items: [], status: 'completed' });
    const { rows: entries } = await services.pool.query(
      `SELECT details, reason FROM audit_entries WHERE action = 'definition.redacted' AND subject_id = $1`,
      [id],
    );
    expect(entries).toEqual([
      { details: { redactions: { bsn: 2, zaaknummer: 2 } }, reason: 'afgesproken met de privacyfunctionaris' },
    ]);
  });

  it('cannot be undone', async () => {
    const [id] = (await drive.store([definitionOf('voorgoed', { definition: `persoon met BSN ${BSN}` })])) as [string];
    const jobId = await planned([id]);
    await approve((await ask(jobId)).id);
    await product.until(jobId, 'completed');
    expect(await codeOf(undoJob(product.services, lead, jobId, {}))).toBe('not_supported');
  });

  it('does all or nothing: one definition that was changed since stops it for all', async () => {
    const ids = await drive.store(
      Array.from({ length: 45 }, (_, n) =>
        definitionOf(`alles ${n}`, { definition: `persoon nummer ${n} met BSN ${BSN}` }),
      ),
    );
    const jobId = await planned(ids);
    const { id } = await ask(jobId);
    await drive.edit(ids[44] as string, `persoon met BSN ${BSN} en meer`);
    await approve(id);
    await drive.until(jobId, ({ status }) => status === 'failed');
    expect((await definition(ids[0] as string)).definition).toContain(BSN);
  });

  it('finds a legal hold that was put there since the plan was made', async () => {
    const ids = await drive.store([definitionOf('later vastgehouden', { definition: `persoon met BSN ${BSN}` })]);
    const jobId = await planned(ids);
    const { id } = await ask(jobId);
    const held = await drive.start({
      operation: 'hold',
      selection: { ids },
      options: { chunkSize: 20, parallelism: 2, onError: 'continue', matter: 'zaak Proef', reason: 'lopend' },
    });
    await product.until(held, 'completed');
    await approve(id);
    await drive.until(jobId, ({ status }) => status === 'failed');
    expect(await drive.outcomes(jobId)).toEqual({ 'failed legal_hold': 1 });
    expect((await definition(ids[0] as string)).definition).toContain(BSN);
  });

  it('waits for nobody who is putting the text into a file: it fails and changes nothing', async () => {
    const ids = await drive.store([definitionOf('bezig', { definition: `persoon met BSN ${BSN}` })]);
    const jobId = await planned(ids);
    const { id } = await ask(jobId);
    const busy = await drive.export({ ids });
    await product.until(busy, 'completed');
    const { pool } = product.services;
    await pool.query(`UPDATE jobs SET status = 'paused', finished_at = NULL WHERE id = $1`, [busy]);
    await approve(id);
    await drive.until(jobId, ({ status }) => status === 'failed');
    expect(await drive.outcomes(jobId)).toEqual({ 'failed redaction_job_at_work': 1 });
    await pool.query(`UPDATE jobs SET status = 'completed', finished_at = now() WHERE id = $1`, [busy]);
    expect((await definition(ids[0] as string)).definition).toContain(BSN);
  });

  it('leaves what is established established, with who approved it', async () => {
    const [id] = (await drive.store([
      definitionOf('vastgesteld', { definition: `persoon met BSN ${BSN}`, status: 'established' }),
    ])) as [string];
    const jobId = await planned([id]);
    await approve((await ask(jobId)).id);
    await product.until(jobId, 'completed');
    expect(await definition(id)).toMatchObject({ status: 'established', definition: 'persoon met BSN [BSN-1]' });
  });

  it('does nothing to a definition of which every hit is left', async () => {
    const ids = await drive.store([
      definitionOf('blijft', { definition: `persoon met BSN ${BSN}` }),
      definitionOf('gaat', { definition: `persoon met rekening ${IBAN}` }),
    ]);
    const jobId = await planned(ids);
    await decide(jobId, { decision: 'leave', kind: 'bsn' });
    await approve((await ask(jobId)).id);
    await product.until(jobId, 'completed');
    expect(await drive.outcomes(jobId)).toEqual({ unchanged: 1, succeeded: 1 });
    expect(await definition(ids[0] as string)).toMatchObject({ version: 1 });
  });
});

describe('an organisation’s own terms', () => {
  it('are listed by an administrator, and a plan made with others is not approved', async () => {
    const { services } = product;
    const { version } = await readSettings(services, lead);
    expect(await codeOf(changeSettings(services, lead, { terms: ['Zilvermeeuw'], version }))).toBe('not_allowed');
    const saved = await changeSettings(services, admin, { terms: ['Zilvermeeuw', 'zilvermeeuw', 'Havik'], version });
    expect(saved).toMatchObject({ version: version + 1, changedBy: admin.name });
    expect(saved.terms).toHaveLength(2);
    expect(await codeOf(changeSettings(services, admin, { terms: [], version }))).toBe('settings_changed');
    const ids = await drive.store([
      definitionOf('eigen term', { definition: 'onderzoek ZILVERMEEUW van de recherche' }),
    ]);
    const jobId = await planned(ids);
    const { id } = await ask(jobId);
    await writeRedactionSettings(services.pool, lead.organisationId, { terms: [], version: version + 2 }, admin.id);
    expect(await codeOf(approve(id))).toBe('plan_changed');
    const { rows } = await services.pool.query(
      `SELECT details FROM audit_entries WHERE action = 'redaction_settings.changed'`,
    );
    expect(rows.map(({ details }) => details)).toEqual([{ version: 1, added: 2, removed: 0, terms: 2 }]);
  });
});
