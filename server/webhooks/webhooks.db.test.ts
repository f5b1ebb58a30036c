import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryDetail, WebhookSecret } from '#contract/webhooks.ts';
import { eventually } from '#db/testing/eventually.ts';
import type { Actor } from '#domain/access.ts';
import type { EventType } from '#domain/events.ts';
import { listNotifications } from '#server/notifications/list-notifications.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { isSignedWith, type Receiver, startReceiver } from '#server/testing/webhook-receiver.ts';
import { changeWebhook } from './change-webhook.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { listDeliveries, readDelivery } from './read-deliveries.ts';
import { readWebhook } from './read-webhooks.ts';
import { replaceSecret } from './replace-secret.ts';
import { replayDelivery, replayFailedDeliveries } from './replay-deliveries.ts';
import { testWebhook } from './test-webhook.ts';

/** Webhooks against a real receiver: what it gets, what becomes of it when that is slow, broken, gone or not to be trusted. */
let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let receiver: Receiver;
let definition: string;

beforeAll(async () => {
  const env = { WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32', WEBHOOK_PORTS: '*', WEBHOOK_TIMEOUT_SECONDS: '1' };
  product = await startProduct({ env });
});
afterAll(() => product.close());

let number = 0;
beforeEach(async () => {
  lead = await product.person('lead', `Organisatie ${++number}`);
  drive = driveJobs(product, lead);
  receiver = await startReceiver();
  [definition] = (await drive.store(definitionsOf('haak', 1))) as [string];
});
afterEach(() => receiver.close());

const hook = (events: EventType[] = ['job.completed'], path = '/hook') =>
  createWebhook(product.services, lead, { name: 'Ontvanger', url: receiver.url + path, events });

async function exportOne(): Promise<string> {
  const jobId = await drive.export({ ids: [definition] });
  await product.until(jobId, 'completed');
  return jobId;
}

/** The newest delivery of a webhook, once it says this. */
async function delivery(
  { id: webhookId }: Pick<WebhookSecret, 'id'>,
  said: (one: DeliveryDetail) => boolean = (one) => one.status !== 'pending',
): Promise<DeliveryDetail> {
  return eventually(async () => {
    const { items } = await listDeliveries(product.services, lead, webhookId, { limit: 1 });
    const [newest] = items;
    if (!newest) throw new Error('Nothing was sent');
    const one = await readDelivery(product.services, lead, { webhookId, id: newest.id });
    if (!said(one)) throw new Error(`It never said so: ${JSON.stringify(one)}`);
    return one;
  });
}
const tried = (attempts: number) => (one: DeliveryDetail) => one.attempts === attempts && one.last?.durationMs !== null;

/** The wait is over. */
const timePasses = (id: string) =>
  product.services.pool.query(
    `WITH due AS (UPDATE deliveries SET next_at = clock_timestamp() WHERE id = $1 AND status = 'pending')
     SELECT pg_notify('lexport_outbox', 'woken')`,
    [id],
  );
const failing = (hours: number, webhookId: string) =>
  product.services.pool.query(`UPDATE webhooks SET failing_since = now() - make_interval(hours => $2) WHERE id = $1`, [
    webhookId,
    hours,
  ]);
/** All waits but the last are behind it. */
const nearlyGivenUp = (id: string) =>
  product.services.pool.query('UPDATE deliveries SET tries = 10 WHERE id = $1', [id]);

describe('a webhook', () => {
  it('receives what it is subscribed to, signed over the exact bytes', async () => {
    const { secret, ...webhook } = await hook();
    const jobId = await exportOne();
    const { status, messageId, request } = await delivery(webhook);
    expect(status).toBe('delivered');
    expect(receiver.received).toHaveLength(1);
    const [one] = receiver.received;
    if (!one) throw new Error('Nothing came');
    expect(isSignedWith(secret, one)).toBe(true);
    expect(isSignedWith(secret, { ...one, body: Buffer.from(`${one.body} `) })).toBe(false);
    const other = secret.replace(/.(?==$)/, (last) => (last === 'A' ? 'Q' : 'A'));
    expect(isSignedWith(other, one)).toBe(false);
    expect(one).toMatchObject({ path: '/hook', id: messageId });
    expect(one.body.toString()).toBe(request.body);
    expect(one.json).toMatchObject({
      type: 'job.completed',
      data: {
        organisation: { id: lead.organisationId },
        job: { id: jobId, operation: 'export', total: 1, succeeded: 1 },
        url: expect.stringMatching(/^http.*\/batches\//),
      },
    });
    expect(new Date(one.json.timestamp).getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it('hears nothing of other organisations, and nothing it did not ask for', async () => {
    const webhook = await hook(['job.failed']);
    const other = driveJobs(product, await product.person('lead', 'Een ander'));
    const ids = await other.store(definitionsOf('anders', 1));
    await product.until(await other.export({ ids }), 'completed');
    await exportOne();
    await testWebhook(product.services, lead, webhook.id);
    await delivery(webhook);
    expect(receiver.received.map(({ json }) => json.type)).toEqual(['webhook.test']);
  });

  it('gets the same id again when it fails, and the timestamp of the attempt', async () => {
    receiver.answers((response) => void response.writeHead(500).end('kapot'));
    const { secret, ...webhook } = await hook();
    await exportOne();
    const first = await delivery(webhook, tried(1));
    expect(first).toMatchObject({
      status: 'pending',
      last: { number: 1, responseStatus: 500, problem: 'refused' },
      tries: [{ answer: 'kapot' }],
    });
    const wait = new Date(first.nextAt ?? 0).getTime() - Date.now();
    expect(wait).toBeGreaterThan(2_000);
    expect(wait).toBeLessThanOrEqual(5_000);
    receiver.answers((response) => void response.writeHead(202).end());
    await timePasses(first.id);
    await delivery(webhook, ({ status }) => status === 'delivered');
    const [one, two] = receiver.received;
    expect(two?.id).toBe(one?.id);
    expect(two?.body).toEqual(one?.body);
    expect(two && isSignedWith(secret, two)).toBe(true);
  });

  it('is signed with the old secret too for a day after a new one', async () => {
    const old = await hook();
    const { secret, previousSecretUntil } = await replaceSecret(product.services, lead, old.id);
    expect(new Date(previousSecretUntil ?? 0).getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    await testWebhook(product.services, lead, old.id);
    await delivery(old);
    const [both] = receiver.received;
    expect(both?.signatures).toHaveLength(2);
    expect(both && isSignedWith(secret, both) && isSignedWith(old.secret, both)).toBe(true);
    await product.services.pool.query(`UPDATE webhooks SET previous_until = now() WHERE id = $1`, [old.id]);
    await testWebhook(product.services, lead, old.id);
    await eventually(() => expect(receiver.received).toHaveLength(2));
    const [, one] = receiver.received;
    expect(one && isSignedWith(secret, one)).toBe(true);
    expect(one && isSignedWith(old.secret, one)).toBe(false);
  });
});

describe('a receiver that', () => {
  it('is slow is not waited for, and its answer is a failure', async () => {
    receiver.answers(() => {});
    const webhook = await hook();
    await exportOne();
    expect((await delivery(webhook, tried(1))).last).toMatchObject({ responseStatus: null, problem: 'timeout' });
  });

  it('drips its answer is cut off after the same time', async () => {
    receiver.answers((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    });
    const webhook = await hook();
    await exportOne();
    expect((await delivery(webhook, tried(1))).last).toMatchObject({ problem: 'timeout' });
  });

  it('closes half way has not said that it has it', async () => {
    receiver.answers((response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('half', () => response.destroy());
    });
    const webhook = await hook();
    await exportOne();
    expect((await delivery(webhook, tried(1))).last).toMatchObject({ problem: 'cut_off' });
  });

  it('hangs up without a word is tried again', async () => {
    receiver.answers((response) => void response.destroy());
    const webhook = await hook();
    await exportOne();
    expect((await delivery(webhook, tried(1))).last).toMatchObject({ responseStatus: null, problem: 'cut_off' });
  });

  it('answers without end is read to a limit; one kilobyte is kept', async () => {
    receiver.answers((response) => {
      response.writeHead(200);
      const piece = 'é'.repeat(4096);
      const more = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      more();
    });
    const webhook = await hook();
    await exportOne();
    const { status, tries } = await delivery(webhook);
    expect(status).toBe('delivered');
    expect(Buffer.byteLength(tries[0]?.answer ?? '')).toBe(1024);
  });

  it('leads elsewhere is not followed', async () => {
    const elsewhere = await startReceiver();
    receiver.answers((response) => void response.writeHead(307, { Location: `${elsewhere.url}/there` }).end());
    const webhook = await hook();
    await exportOne();
    expect((await delivery(webhook, tried(1))).last).toMatchObject({ responseStatus: 307, problem: 'redirect' });
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });

  it('speaks no HTTP is a failure like others', async () => {
    const webhook = await createWebhook(product.services, lead, {
      name: 'Postgres',
      url: `http://127.0.0.1:${new URL(product.url).port}/`,
      events: ['job.completed'],
    });
    await exportOne();
    expect((await delivery(webhook, tried(1))).last?.problem).toMatch(/^(cut_off|connection_failed|timeout)$/);
  });

  it('asks to wait is left alone for so long', async () => {
    receiver.answers((response) => void response.writeHead(429, { 'Retry-After': '600' }).end());
    const webhook = await hook();
    await exportOne();
    const { nextAt } = await delivery(webhook, tried(1));
    expect(new Date(nextAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 550_000);
  });

  it('is gone is not sent anything more: it is turned off, and leads are told', async () => {
    receiver.answers((response) => void response.writeHead(410).end());
    const webhook = await hook(['job.started', 'job.completed']);
    await exportOne();
    await eventually(async () =>
      expect(await readWebhook(product.services, lead, webhook.id)).toMatchObject({
        enabled: false,
        disabled: { reason: 'gone' },
        pending: 0,
      }),
    );
    await eventually(async () => {
      const { items } = await listNotifications(product.services, lead, { limit: 10, about: 'webhook' });
      expect(items).toMatchObject([
        { type: 'webhook.disabled', data: { webhook: { id: webhook.id } }, page: `/webhooks/${webhook.id}` },
      ]);
    });
    const sent = receiver.received.length;
    await exportOne();
    expect(receiver.received).toHaveLength(sent);
    const { rows } = await product.services.pool.query(
      `SELECT actor_id, organisation_id, details FROM audit_entries WHERE action = 'webhook.disabled' AND subject_id = $1`,
      [webhook.id],
    );
    expect(rows).toMatchObject([{ actor_id: null, organisation_id: lead.organisationId, details: { reason: 'gone' } }]);
  });

  it('fails for a day is given up and turned off; turned on by hand, it gets all that was missed', async () => {
    receiver.answers((response) => void response.writeHead(503).end());
    const { secret, ...webhook } = await hook();
    await exportOne();
    const { id } = await delivery(webhook, tried(1));
    await nearlyGivenUp(id);
    await failing(13, webhook.id);
    await timePasses(id);
    await delivery(webhook, ({ status }) => status === 'failed');
    await eventually(async () =>
      expect(await readWebhook(product.services, lead, webhook.id)).toMatchObject({
        enabled: false,
        disabled: { reason: 'failing' },
        failed: 1,
      }),
    );
    await expect(replayFailedDeliveries(product.services, lead, webhook.id, null)).rejects.toThrow(/off/);
    receiver.answers((response) => void response.writeHead(200).end());
    const on = await changeWebhook(product.services, lead, webhook.id, { enabled: true });
    expect(on).toMatchObject({ enabled: true, disabled: null, failingSince: null });
    expect(await replayFailedDeliveries(product.services, lead, webhook.id, null)).toEqual({ count: 1 });
    const { attempts } = await delivery(webhook, ({ status }) => status === 'delivered');
    expect(attempts).toBe(3);
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(1);
    expect(receiver.received.every((one) => isSignedWith(secret, one))).toBe(true);
  });

  it('fails in one thing while others get through stays on', async () => {
    receiver.answers((response, { json }) => void response.writeHead(json.type === 'job.started' ? 500 : 200).end());
    const webhook = await hook(['job.started', 'job.completed']);
    await exportOne();
    const started = await eventually(async () => {
      const { items } = await listDeliveries(product.services, lead, webhook.id, { limit: 10 });
      expect(items.find(({ type }) => type === 'job.completed')).toMatchObject({ status: 'delivered' });
      const one = items.find(({ type }) => type === 'job.started');
      if (one?.last?.durationMs == null) throw new Error('Not tried yet');
      return one;
    });
    await nearlyGivenUp(started.id);
    await timePasses(started.id);
    await eventually(async () =>
      expect(await readWebhook(product.services, lead, webhook.id)).toMatchObject({ enabled: true, failed: 1 }),
    );
  });
});

describe('a delivery', () => {
  it('is sent again by hand under the same id, whether or not it got through', async () => {
    const webhook = await hook();
    await exportOne();
    const { id } = await delivery(webhook);
    await replayDelivery(product.services, lead, { webhookId: webhook.id, id });
    await delivery(webhook, ({ attempts, status }) => attempts === 2 && status === 'delivered');
    expect(receiver.received.map((one) => one.id)).toEqual([receiver.received[0]?.id, receiver.received[0]?.id]);
  });

  it('that is a test is tried once, also of a webhook that is off', async () => {
    receiver.answers((response) => void response.writeHead(404).end('onbekend'));
    const webhook = await hook();
    await changeWebhook(product.services, lead, webhook.id, { enabled: false });
    await testWebhook(product.services, lead, webhook.id);
    expect(await delivery(webhook)).toMatchObject({ type: 'webhook.test', status: 'failed', attempts: 1 });
    expect(receiver.received[0]?.json).toMatchObject({ type: 'webhook.test', data: { webhook: { id: webhook.id } } });
  });

  it('is given up when its webhook is turned off, and nothing is sent of what happens meanwhile', async () => {
    receiver.answers((response) => void response.writeHead(500).end());
    const webhook = await hook();
    await exportOne();
    await delivery(webhook, tried(1));
    await changeWebhook(product.services, lead, webhook.id, { enabled: false });
    expect(await delivery(webhook)).toMatchObject({ status: 'failed' });
    await exportOne();
    const { total } = await listDeliveries(product.services, lead, webhook.id, { limit: 10 });
    expect(total).toBe(1);
  });
});

describe('an address', () => {
  const to = (url: string) => createWebhook(product.services, lead, { name: 'x', url, events: ['job.completed'] });

  it.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00:ec2::254]/',
    'http://0x7f000002/',
    'http://2130706434/',
    'http://127.2/',
    'http://0.0.0.0/',
  ])('inside is refused at once: %s', async (url) => {
    await expect(to(url)).rejects.toMatchObject({ code: 'webhook_address_refused' });
  });

  it('by a name that leads inside is refused when something is sent, and nothing connects', async () => {
    const strict = await startProduct({ env: { WEBHOOK_PORTS: '*' } });
    try {
      const person = await strict.person('lead');
      const url = `http://localhost:${receiver.port}/`;
      const webhook = await createWebhook(strict.services, person, { name: 'x', url, events: ['job.completed'] });
      await testWebhook(strict.services, person, webhook.id);
      await eventually(async () => {
        const { items } = await listDeliveries(strict.services, person, webhook.id, { limit: 1 });
        expect(items[0]).toMatchObject({ status: 'failed', last: { problem: 'address_not_allowed' } });
      });
      expect(receiver.received).toEqual([]);
    } finally {
      await strict.close();
    }
  });

  it('of a port that is not allowed is refused, as is a name nobody has', async () => {
    const strict = await startProduct({ env: { WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32' } });
    try {
      const person = await strict.person('lead');
      const make = (url: string) =>
        createWebhook(strict.services, person, { name: 'x', url, events: ['job.completed'] });
      await expect(make(receiver.url)).rejects.toMatchObject({ code: 'webhook_address_refused' });
      const nobody = await make('https://nobody.invalid/');
      await testWebhook(strict.services, person, nobody.id);
      await eventually(async () => {
        const { items } = await listDeliveries(strict.services, person, nobody.id, { limit: 1 });
        expect(items[0]?.last?.problem).toMatch(/^(unresolved|timeout)$/);
      });
    } finally {
      await strict.close();
    }
  });
});

describe('what is kept', () => {
  it('holds no secret in the clear: not in rows, not in answers, not in the audit trail', async () => {
    const { secret, ...webhook } = await hook();
    const second = await replaceSecret(product.services, lead, webhook.id);
    await changeWebhook(product.services, lead, webhook.id, { name: 'Anders', url: `${receiver.url}/x?token=geheim` });
    await testWebhook(product.services, lead, webhook.id);
    await delivery(webhook);
    await deleteWebhook(product.services, lead, webhook.id);
    const { rows } = await product.services.pool.query<{ text: string }>(
      `SELECT w::text AS text FROM webhooks w UNION ALL SELECT a::text FROM audit_entries a
       UNION ALL SELECT d::text FROM deliveries d UNION ALL SELECT e::text FROM events e
       UNION ALL SELECT t::text FROM delivery_attempts t`,
    );
    const kept = rows.map(({ text }) => text).join('\n');
    for (const one of [secret, second.secret]) expect(kept).not.toContain(one.slice(6, 30));
    const audit = rows.filter(({ text }) => text.includes('webhook.changed')).map(({ text }) => text);
    expect(audit.join()).not.toContain('geheim');
    expect(product.log.join('\n')).not.toContain(secret.slice(6, 30));
    const { rows: entries } = await product.services.pool.query<{ action: string }>(
      'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id',
      [webhook.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'webhook.created',
      'webhook.secret_replaced',
      'webhook.changed',
      'webhook.tested',
      'webhook.deleted',
    ]);
  });

  it('is no more than a number of webhooks', async () => {
    const few = await startProduct({ processor: false, env: { MAX_WEBHOOKS: '2' } });
    try {
      const person = await few.person('lead');
      const make = () =>
        createWebhook(few.services, person, { name: 'x', url: 'https://receiver.example/', events: ['job.completed'] });
      const made = await Promise.allSettled([make(), make(), make(), make()]);
      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      await expect(make()).rejects.toMatchObject({ code: 'too_many_webhooks', params: { limit: 2 } });
    } finally {
      await few.close();
    }
  });
});

describe('many at once', () => {
  it('go on while one receiver holds everything it is sent', async () => {
    const held = await startReceiver();
    held.answers(() => {});
    const slow = await createWebhook(product.services, lead, {
      name: 'Traag',
      url: held.url,
      events: ['job.started', 'job.completed', 'artifact.created', 'batch.created', 'batch.finished'],
    });
    await hook(['batch.finished']);
    await Promise.all([exportOne(), exportOne(), exportOne()]);
    await eventually(() => expect(receiver.received).toHaveLength(3));
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
    await deleteWebhook(product.services, lead, slow.id);
    await held.close();
  });
});
