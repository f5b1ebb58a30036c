import { randomUUID } from 'node:crypto';
import { type ClaimedDelivery, claimDelivery } from '#db/queries/claim-delivery.ts';
import type { Engine } from '#server/engine/engine.ts';
import { type Mailer, openMailer } from './email/mailer.ts';
import { sendEmail } from './email/send-email.ts';
import { sendWebhook } from './send-webhook.ts';
import { addressGuard } from './webhooks/address-guard.ts';
import type { PostRules } from './webhooks/post.ts';

/** What one processor sends at once; one slow receiver may have only some of it. */
const AT_ONCE = 12;
const AT_ONCE_EACH = 3;
/** A claim outlives the attempt by so many seconds: for the database to be told. */
const GRACE_SECONDS = 15;
const EMAIL = 'email';

type Sending = Pick<Engine, 'pool' | 'config' | 'log'>;

export type Sender = {
  /** Takes as much of what is due as there are hands for; what ends makes it look again. */
  fill(): Promise<void>;
  /** Resolves when nothing is being sent any more. */
  idle(): Promise<void>;
};

/** Sends what is due: webhooks and e-mail, several at once, each claimed for a while so that it is in one processor's hands. */
export function createSender({ pool, config, log }: Sending, stopped: () => boolean): Sender {
  const { webhookTimeoutSeconds, smtpTimeoutSeconds } = config.limits;
  const rules: PostRules = {
    mayReceive: addressGuard(config.webhooks.allowedNetworks),
    ports: config.webhooks.ports,
    timeoutMs: webhookTimeoutSeconds * 1000,
  };
  const mailer: Mailer | null = config.smtp && openMailer(config.smtp, smtpTimeoutSeconds);
  // A conversation by SMTP has several turns, each of which may take its time.
  const seconds = Math.max(webhookTimeoutSeconds, mailer ? 4 * smtpTimeoutSeconds : 0) + GRACE_SECONDS;
  const busy = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  let filling: Promise<void> | undefined;
  let again = false;

  const send = async (delivery: ClaimedDelivery) => {
    try {
      if (delivery.webhook) await sendWebhook({ pool, config, rules }, delivery);
      else if (mailer) await sendEmail({ pool, publicUrl: config.publicUrl, mailer, log }, delivery);
    } catch (error) {
      // The claim runs out, and somebody tries again: what was sent may come twice, and is never lost.
      log('A delivery could not be concluded', { deliveryId: delivery.id, error: String(error) });
    }
  };
  const take = async (): Promise<boolean> => {
    const full = [...busy].filter(([, count]) => count >= AT_ONCE_EACH).map(([key]) => key);
    const leave = full.filter((key) => key !== EMAIL);
    const email = mailer !== null && !full.includes(EMAIL);
    const delivery = await claimDelivery(pool, { claim: randomUUID(), seconds, leave, email });
    if (!delivery) return false;
    const key = delivery.webhook?.id ?? EMAIL;
    busy.set(key, (busy.get(key) ?? 0) + 1);
    const sending = send(delivery).finally(() => {
      underWay.delete(sending);
      const left = (busy.get(key) ?? 1) - 1;
      if (left > 0) busy.set(key, left);
      else busy.delete(key);
      // Room again: somebody may be waiting for it.
      void fill().catch(() => {});
    });
    underWay.add(sending);
    return true;
  };
  const fillOnce = async () => {
    do {
      again = false;
      while (!stopped() && underWay.size < AT_ONCE && (await take()));
    } while (again && !stopped());
  };
  const fill = (): Promise<void> => {
    again = true;
    filling ??= fillOnce().finally(() => {
      filling = undefined;
    });
    return filling;
  };
  return {
    fill,
    async idle() {
      await filling?.catch(() => {});
      while (underWay.size > 0) await Promise.all(underWay);
      mailer?.close();
    },
  };
}
