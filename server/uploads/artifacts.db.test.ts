import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidV7 } from '#db/uuid-v7.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

const BYTES = Buffer.from('0123456789abcdef');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const NAME = 'Definities “één” 100%.zip';

let door: TestDoor;
let id: string;
let jobId: string;
beforeAll(async () => {
  door = await testDoor();
  jobId = uuidV7();
  await door.services.storage.write('artifacts/x', Readable.from([BYTES]));
  id = await add('1 day', 'artifacts/x');
});
afterAll(() => door.close());

async function add(expiresIn: string, storageKey: string): Promise<string> {
  const artifactId = uuidV7();
  await door.database.pool.query(
    `INSERT INTO artifacts (id, job_id, organisation_id, kind, file_name, media_type, size, sha256, storage_key, expires_at)
     VALUES ($1, $2, $3, 'archive', $4, 'application/zip', $5, $6, $7, now() + $8::interval)`,
    [artifactId, jobId, door.people.lead.actor.organisationId, NAME, BYTES.length, SHA256, storageKey, expiresIn],
  );
  return artifactId;
}
const get = (headers: Record<string, string> = {}) => door.people.lead.client.get(`/api/v1/artifacts/${id}`, headers);
const downloads = async () => {
  const { rows } = await door.database.pool.query(
    `SELECT * FROM audit_entries WHERE action = 'artifact.downloaded' AND subject_id = $1 ORDER BY id`,
    [id],
  );
  return rows;
};

describe('a download', () => {
  it('is the file, under its own name, for nobody to sniff or keep', async () => {
    const { status, text, headers } = await get();
    expect([status, text]).toEqual([200, BYTES.toString()]);
    expect(headers.get('Content-Length')).toBe('16');
    expect(headers.get('Content-Type')).toBe('application/zip');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('private, no-cache');
    expect(headers.get('ETag')).toBe(`"${SHA256}"`);
    const disposition = headers.get('Content-Disposition') as string;
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] as string)).toBe(NAME);
  });

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/16'],
    ['bytes=10-', 'abcdef', 'bytes 10-15/16'],
    ['bytes=-2', 'ef', 'bytes 14-15/16'],
    ['bytes=-100', '0123456789abcdef', 'bytes 0-15/16'],
    ['bytes=14-99', 'ef', 'bytes 14-15/16'],
  ])('of the range %s is that part', async (range, text, contentRange) => {
    const answer = await get({ Range: range });
    expect([answer.status, answer.text, answer.headers.get('Content-Range')]).toEqual([206, text, contentRange]);
  });

  it.each(['bytes=16-', 'bytes=99-100', 'bytes=-0'])('of the range %s is refused', async (range) => {
    const answer = await get({ Range: range });
    expect([answer.status, answer.body.code, answer.headers.get('Content-Range')]).toEqual([
      416,
      'range_not_satisfiable',
      'bytes */16',
    ]);
  });

  it.each(['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-', 'bytes=a-b'])(
    'ignores the range %s',
    async (range) => {
      expect((await get({ Range: range })).status).toBe(200);
    },
  );

  it('goes on with a range only when it is still the same file', async () => {
    expect((await get({ Range: 'bytes=0-1', 'If-Range': `"${SHA256}"` })).status).toBe(206);
    expect((await get({ Range: 'bytes=0-1', 'If-Range': '"another"' })).status).toBe(200);
  });

  it('is not sent to who has it already, nor to who only asks about it', async () => {
    const before = (await downloads()).length;
    expect((await get({ 'If-None-Match': `W/"x", "${SHA256}"` })).status).toBe(304);
    const head = await door.people.lead.client.call('HEAD', `/api/v1/artifacts/${id}`);
    expect([head.status, head.text, head.headers.get('Content-Length')]).toEqual([200, '', '16']);
    expect((await downloads()).length).toBe(before);
  });

  it('is audited every time, with the part that was taken', async () => {
    const before = (await downloads()).length;
    await get();
    await get({ Range: 'bytes=0-3' });
    const entries = (await downloads()).slice(before);
    expect(entries.map((entry) => [entry.actor_name, entry.job_id, entry.new_hash])).toEqual([
      ['lead', jobId, SHA256],
      ['lead', jobId, SHA256],
    ]);
    expect(entries[1].details).toMatchObject({ from: 0, to: 3 });
  });

  it('is over when the file has expired or is gone', async () => {
    for (const gone of [await add('-1 second', 'artifacts/x'), await add('1 day', 'artifacts/gone')]) {
      const answer = await door.people.lead.client.get(`/api/v1/artifacts/${gone}`);
      expect([answer.status, answer.body.code]).toEqual([410, 'artifact_expired']);
    }
  });
});
