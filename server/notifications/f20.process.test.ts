import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WebhookSecret } from '#contract/webhooks.ts';
import { eventually } from '#db/testing/eventually.ts';
import type { Actor } from '#domain/access.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { hold } from '#server/testing/hold.ts';
import { spawnProcessor } from '#server/testing/spawn-processor.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { isSignedWith, type Receiver, startReceiver } from '#server/testing/webhook-receiver.ts';
import { createWebhook } from '#server/webhooks/create-webhook.ts';
import { listDeliveries } from '#server/webhooks/read-deliveries.ts';
import { testWebhook } from '#server/webhooks/test-webhook.ts';

/**
 * F20 of the fault matrix: a receiver that is down, slow, fails or hears twice, and processors that `kill -9` ends on either side of
 * sending. Whatever happens, nothing is lost, and what comes twice comes under one id, signed.
 */
let product: Product;
let lead: Actor;
let receiver: Receiver;
const env = { WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32', WEBHOOK_PORTS: '*', WEBHOOK_TIMEOUT_SECONDS: '5' };

beforeAll(async () => {
  product = await startProduct({ processor: false, env });
  lead = await product.person('lead');
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.close();
  await product.close();
});
afterEach(async () => {
  receiver.received.length = 0;
  await expectInvariants(product.services.pool);
});

const hook = () =>
  createWebhook(product.services, lead, { name: 'Ontvanger', url: receiver.url, events: ['job.completed'] });
const processor = () => spawnProcessor(product, env);
const { stringify } = JSON;

async function newest({ id }: WebhookSecret) {
  const { items } = await listDeliveries(product.services, lead, id, { limit: 1 });
  if (!items[0]) throw new Error('There is no delivery');
  return items[0];
}

/** The claim of a processor that is gone has run out. */
const claimRunsOut = (deliveryId: string) =>
  product.services.pool.query(
    `WITH due AS (UPDATE deliveries SET next_at = clock_timestamp() WHERE id = $1 AND status = 'pending')
     SELECT pg_notify('lexport_outbox', 'woken')`,
    [deliveryId],
  );

describe('a processor that is killed', () => {
  it('after the receiver had it and before that was written down sends it twice, under one id', async () => {
    const webhook = await hook();
    const { id } = await testWebhook(product.services, lead, webhook.id);
    // The row cannot be marked while somebody else holds it, but claimed it can be: that comes first.
    const first = processor();
    let held: Awaited<ReturnType<typeof hold>> | undefined;
    receiver.answers(async (response) => {
      held ??= await hold(product.url, 'SELECT FROM deliveries WHERE id = $1 FOR UPDATE', [id]);
      response.writeHead(200).end();
    });
    await eventually(() => expect(held).toBeDefined());
    await held?.reached();
    expect(await first.end('SIGKILL')).toBeNull();
    await held?.release();
    expect(await newest(webhook)).toMatchObject({ status: 'pending', attempts: 1, last: { durationMs: null } });

    receiver.answers((response) => void response.writeHead(200).end());
    const second = processor();
    await claimRunsOut(id);
    await eventually(async () => expect(await newest(webhook)).toMatchObject({ status: 'delivered', attempts: 2 }));
    await second.end('SIGTERM');
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map((one) => stringify([one.id, one.body.toString()]))).size).toBe(1);
    expect(receiver.received.every((one) => isSignedWith(webhook.secret, one))).toBe(true);
  });

  it('while the receiver thinks has lost nothing: the next one sends it', async () => {
    const webhook = await hook();
    receiver.answers(() => {});
    const first = processor();
    const { id } = await testWebhook(product.services, lead, webhook.id);
    await eventually(() => expect(receiver.received).toHaveLength(1));
    await first.end('SIGKILL');
    receiver.answers((response) => void response.writeHead(204).end());
    const second = processor();
    await claimRunsOut(id);
    await eventually(async () => expect(await newest(webhook)).toMatchObject({ status: 'delivered', attempts: 2 }));
    expect(await second.end('SIGTERM')).toBe(0);
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(1);
  });

  it('before it told of an event has told nothing, and the next one tells it once', async () => {
    const webhook = await hook();
    receiver.answers((response) => void response.writeHead(204).end());
    const told = await hold(product.url, 'LOCK TABLE notifications IN ACCESS EXCLUSIVE MODE');
    const { rows } = await product.services.pool.query<{ id: string }>(
      `INSERT INTO events (id, organisation_id, type, data, people)
       VALUES (gen_random_uuid(), $1, 'job.completed', $2, ARRAY[$3::uuid]) RETURNING id`,
      [lead.organisationId, { batch: { id: 'b', name: 'b', jobs: 1 }, job: { id: 'j', name: 'j' } }, lead.id],
    );
    const first = processor();
    await told.reached();
    await first.end('SIGKILL');
    await told.release();
    const second = processor();
    await eventually(async () => expect(await newest(webhook)).toMatchObject({ status: 'delivered', attempts: 1 }));
    await second.end('SIGTERM');
    expect(receiver.received.filter(({ id }) => id === `msg_${rows[0]?.id}`)).not.toEqual([]);
    const counted = await product.services.pool.query(
      'SELECT count(*)::int AS n FROM notifications WHERE event_id = $1',
      [rows[0]?.id],
    );
    expect(counted.rows).toEqual([{ n: 1 }]);
  });
});

describe('several processors', () => {
  it('share a hundred deliveries and send each once', async () => {
    const webhook = await hook();
    receiver.answers((response) => void response.writeHead(204).end());
    await product.services.pool.query(
      `INSERT INTO events (id, organisation_id, type, data, people)
       SELECT gen_random_uuid(), $1, 'job.completed', $2, ARRAY[$3::uuid] FROM generate_series(1, 100)`,
      [lead.organisationId, { batch: { id: 'b', name: 'b', jobs: 1 }, job: { id: 'j', name: 'j' } }, lead.id],
    );
    const processors = [processor(), processor(), processor()];
    await eventually(async () => {
      const { total } = await listDeliveries(product.services, lead, webhook.id, { limit: 1, status: 'delivered' });
      expect(total).toBe(100);
    });
    for (const one of processors) expect(await one.end('SIGTERM')).toBe(0);
    const mine = receiver.received.filter((one) => isSignedWith(webhook.secret, one));
    expect(mine).toHaveLength(100);
    expect(new Set(mine.map(({ id }) => id)).size).toBe(100);
    expect(processors.map((one) => one.output()).join('')).not.toContain('"level":"error"');
  });
});
