import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '#contract/audit.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

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

  it('is paged both ways', async () => {
    const first = (await auditor.get('/api/v1/audit-entries?limit=3')).body;
    const second = (await auditor.get(`/api/v1/audit-entries?limit=3&cursor=${first.nextCursor}`)).body;
    const back = (await auditor.get(`/api/v1/audit-entries?limit=3&cursor=${second.previousCursor}`)).body;
    expect(second.items[0].id).not.toBe(first.items[0].id);
    expect(back.items).toEqual(first.items);
    expect(first.total).toBe(second.total);
  });
});
