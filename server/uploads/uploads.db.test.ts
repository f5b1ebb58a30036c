import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';
import { receiveUpload } from './receive-upload.ts';

const MB = 1024 * 1024;
const ZIP_HEAD = Buffer.from([0x50, 0x4b, 3, 4]);

let door: TestDoor;
let lead: TestClient;
beforeAll(async () => {
  door = await testDoor({ MAX_UPLOAD_BYTES: String(4 * MB) });
  lead = door.people.lead.client;
});
afterAll(() => door.close());

const send = (name: string, raw: BodyInit, client = lead, headers: Record<string, string> = {}) =>
  client.call('POST', '/api/v1/uploads', { raw, headers: { 'X-File-Name': encodeURIComponent(name), ...headers } });
const rows = async () => (await door.database.pool.query('SELECT count(*)::int AS n FROM uploads')).rows[0].n as number;
/** Every file the storage holds, half written ones included. */
const files = async () => {
  const root = join(door.services.config.dataDir, 'files');
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).length;
};

describe('an upload', () => {
  it('is kept byte for byte, with its hash, size and name', async () => {
    const bytes = Buffer.concat([ZIP_HEAD, randomBytes(2 * MB)]);
    const answer = await send('Begrippen & definities – één.zip', bytes);
    expect(answer.status).toBe(201);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(answer.body).toMatchObject({
      fileName: 'Begrippen & definities – één.zip',
      sha256,
      size: bytes.length,
      alreadyUploaded: false,
      imports: [],
    });
    const { rows: stored } = await door.database.pool.query('SELECT * FROM uploads WHERE id = $1', [answer.body.id]);
    expect(stored[0]).toMatchObject({ media_type: 'application/zip', sha256, size: bytes.length });
    const kept = await door.services.storage.read(stored[0].storage_key).toArray();
    expect(Buffer.concat(kept).equals(bytes)).toBe(true);
  });

  it('of the same bytes again says so, and what became of them', async () => {
    const text = '{"term":"twee keer"}';
    const first = await send('a.json', text);
    const job = await lead.post('/api/v1/jobs', { operation: 'import', uploadId: first.body.id });
    const second = await send('b.json', text);
    expect(second.body).toMatchObject({ alreadyUploaded: true, imports: [{ jobId: job.body.jobs[0].id }] });
    const elsewhere = await send('c.json', text, door.outsider.client);
    expect(elsewhere.body).toMatchObject({ alreadyUploaded: false, imports: [] });
  });

  it('leaves its folders, and signs that break lines, behind', async () => {
    expect((await send('../../etc\\geheim/\u0000\nx.json', '{}')).body.fileName).toBe('x.json');
  });

  it('is audited', async () => {
    const { body } = await send('audit.csv', 'term;definitie\n');
    const { rows: entries } = await door.database.pool.query(`SELECT * FROM audit_entries WHERE subject_id = $1`, [
      body.id,
    ]);
    expect(entries).toEqual([
      expect.objectContaining({ action: 'upload.created', new_hash: body.sha256, actor_name: 'lead' }),
    ]);
  });
});

describe('bad uploads leave nothing behind', () => {
  let before: { rows: number; files: number };
  const remember = async () => {
    before = { rows: await rows(), files: await files() };
  };
  afterEach(async () => {
    await eventually(async () => expect({ rows: await rows(), files: await files() }).toEqual(before));
  });

  it.each<[string, string, BodyInit, number, string]>([
    ['an empty file', 'leeg.zip', '', 422, 'upload_empty'],
    ['a programme that calls itself a ZIP', 'x.zip', Buffer.from('MZ\u0090\u0000\u0003'), 415, 'upload_unsupported'],
    ['a ZIP that calls itself a table', 'x.csv', ZIP_HEAD, 415, 'upload_unsupported'],
    ['a spreadsheet of long ago', 'x.xls', ZIP_HEAD, 415, 'upload_unsupported'],
    ['a PDF', 'x.pdf', '%PDF-1.7', 415, 'upload_unsupported'],
    ['binary data as JSON', 'x.json', Buffer.from([0x7b, 0, 1, 2]), 415, 'upload_unsupported'],
    ['text without a name we know', 'notities.docx', 'hallo', 415, 'upload_unsupported'],
    ['one byte over the limit', 'groot.csv', Buffer.alloc(4 * MB + 1, 'a'), 413, 'upload_too_large'],
  ])('%s', async (_, name, raw, status, code) => {
    await remember();
    const answer = await send(name, raw);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail.length).toBeGreaterThan(10);
  });

  it('a stream without a length that goes on past the limit', async () => {
    await remember();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += MB;
        controller.enqueue(Buffer.alloc(MB, 'a'));
        if (sent >= 32 * MB) controller.close();
      },
    });
    const response = await fetch(`${door.url}/api/v1/uploads`, {
      method: 'POST',
      body: endless,
      headers: { Cookie: lead.cookie, 'X-File-Name': 'x.csv' },
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    await response.body?.cancel();
  });

  it('one that is cut off half way', async () => {
    await remember();
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /api/v1/uploads HTTP/1.1\r\nHost: x\r\nCookie: ${lead.cookie}\r\nX-File-Name: half.csv\r\nContent-Length: ${2 * MB}\r\n\r\n`,
    );
    socket.write(Buffer.alloc(MB, 'a'));
    await eventually(async () => expect(await files()).toBe(before.files + 1));
    socket.destroy();
  });

  it('one whose sender announced more than came', async () => {
    await remember();
    const body = Readable.from([Buffer.from('term;definitie\n')]);
    const short = receiveUpload(door.services, door.people.lead.actor, { fileName: 'x.csv', expectedSize: 100, body });
    await expect(short).rejects.toMatchObject({ code: 'upload_cut_off', params: { received: 15, expected: 100 } });
  });

  it('a name that is not percent-encoded', async () => {
    await remember();
    const answer = await lead.call('POST', '/api/v1/uploads', { raw: '{}', headers: { 'X-File-Name': '%E0%A4%A' } });
    expect(answer.body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'X-File-Name' }] });
  });
});
