import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '#contract/audit.ts';
import { newestAuditEntry } from '#db/queries/audit-horizon.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { addDefinitions } from '#server/http/testing/add-definitions.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';
import { sealBlock } from './sealing/seal-block.ts';

let door: TestDoor;
let auditor: TestClient;
beforeAll(async () => {
  door = await testDoor();
  auditor = door.people.auditor.client;
  await door.people.viewer.client.get('/api/v1/audit-entries');
  await door.outsider.client.get('/api/v1/audit-entries');
});
afterAll(() => door.close());

const entries = async (query: string) =>
  (await auditor.get(`/api/v1/audit-entries?${query}`)).body.items as AuditEntry[];

describe('the audit trail', () => {
  it.each([`UPDATE audit_entries SET reason = 'changed'`, 'DELETE FROM audit_entries', 'TRUNCATE audit_entries'])(
    'refuses %s, also to the owner of the table',
    async (statement) => {
      const before = await door.database.pool.query('SELECT count(*) FROM audit_entries');
      await expect(door.database.pool.query(statement)).rejects.toThrow(/append-only/);
      expect((await door.database.pool.query('SELECT count(*) FROM audit_entries')).rows).toEqual(before.rows);
    },
  );

  it('is shown newest first, with moments to the microsecond', async () => {
    const all = await entries('');
    const ids = all.map((entry) => Number(entry.id));
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(all.every((entry) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(entry.at))).toBe(true);
  });

  it('tells who was refused what, across organisations', async () => {
    const refused = await entries('action=access.refused');
    expect(refused.map((entry) => [entry.actorName, entry.organisation, entry.role])).toEqual([
      ['lead', 'Dienst Justitiële Inrichtingen', 'lead'],
      ['viewer', 'Openbaar Ministerie', 'viewer'],
    ]);
  });

  it('is filtered by action or resource, person, subject and time', async () => {
    const { id, name } = door.people.viewer.actor;
    expect((await entries('action=access')).length).toBe(2);
    expect((await entries('action=acc')).length).toBe(0);
    expect((await entries(`person=${id}`)).every((entry) => entry.actorId === id)).toBe(true);
    expect((await entries(`person=${name.slice(0, 3).toUpperCase()}`)).map((entry) => entry.actorName)).toContain(
      'viewer',
    );
    expect((await entries(`subject=${id}`)).map((entry) => entry.action)).toEqual(['session.start']);
    expect(await entries('until=2001-01-01T00:00:00Z')).toEqual([]);
    expect((await entries('from=2001-01-01T00:00:00Z')).length).toBeGreaterThan(5);
  });

  it('has nothing of a person or a kind that nobody is, whatever else is asked', async () => {
    expect(await entries('person=niemand&action=batch')).toEqual([]);
    expect(await entries('person=niemand&subject=x&text=xyz')).toEqual([]);
    expect(await entries('action=nooit.gedaan&person=niemand&from=2026-01-01T00:00:00Z')).toEqual([]);
  });

  it('is filtered by batch and by words, sealed or not', async () => {
    const { pool } = door.services;
    const { actor } = door.people.lead;
    const [definition] = await addDefinitions(pool, actor.organisationId, [{}]);
    const asked = { operation: 'export', selection: { ids: [definition] } };
    const { id: batchId, jobs } = (await door.people.lead.client.post('/api/v1/jobs', asked)).body;
    const jobId = jobs[0].id;
    await insertAuditEntries(pool, actor, [
      {
        action: 'definition.created',
        subjectType: 'definition',
        subjectId: 'd',
        jobId,
        reason: 'Herziening van het wetboek',
      },
      { action: 'job.retried', subjectType: 'job', subjectId: jobId, jobId, details: { note: '50%_korting' } },
    ]);
    const look = async () => {
      expect((await entries(`batch=${batchId}`)).map(({ action }) => action)).toEqual([
        'job.retried',
        'definition.created',
        'job.created',
        'batch.created',
      ]);
      expect((await entries(`batch=${batchId}&action=job`)).map(({ action }) => action)).toEqual([
        'job.retried',
        'job.created',
      ]);
      expect((await entries('text=VAN HET wetboek&action=definition')).map(({ action }) => action)).toEqual([
        'definition.created',
      ]);
      expect((await entries(`text=${encodeURIComponent('%_k')}`)).map(({ action }) => action)).toContain('job.retried');
      expect(await entries('text=nooitgezegd&action=definition')).toEqual([]);
      expect((await entries('from=2001-01-01T00:00:00Z&action=job.created')).length).toBe(1);
    };
    await look();
    expect(await sealBlock(door.services, { upTo: await newestAuditEntry(pool), waitSeconds: 0 })).toHaveProperty(
      'sealed',
    );
    await look();
  });

  it('keeps who looked for what: once for a search, not for each of its pages', async () => {
    const searches = async () =>
      (await entries('action=audit.searched&limit=200')).filter(({ details }) => details.person === 'eenmalig').length;
    const first = (await auditor.get('/api/v1/audit-entries?person=eenmalig&limit=1')).body;
    await auditor.get('/api/v1/audit-entries?person=eenmalig&limit=1');
    expect(first.items).toEqual([]);
    const page = (await auditor.get('/api/v1/audit-entries?action=session&limit=1')).body;
    await auditor.get(`/api/v1/audit-entries?action=session&limit=1&cursor=${page.nextCursor}`);
    expect(await searches()).toBe(1);
    const sessions = await entries('action=audit.searched&limit=200');
    expect(sessions.filter(({ details }) => details.action === 'session').length).toBe(1);
    expect(sessions[0]).toMatchObject({ actorName: 'auditor', subjectType: 'audit' });
  });

  it('is paged both ways', async () => {
    const first = (await auditor.get('/api/v1/audit-entries?limit=3')).body;
    const second = (await auditor.get(`/api/v1/audit-entries?limit=3&cursor=${first.nextCursor}`)).body;
    const back = (await auditor.get(`/api/v1/audit-entries?limit=3&cursor=${second.previousCursor}`)).body;
    expect(second.items[0].id).not.toBe(first.items[0].id);
    expect(back.items).toEqual(first.items);
    expect(first.total).toBe(second.total);
  });
});
