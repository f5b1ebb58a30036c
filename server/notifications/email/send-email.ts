import type pg from 'pg';
import { inTransaction } from '#db/client.ts';
import type { ClaimedDelivery } from '#db/queries/claim-delivery.ts';
import { recordAttempt, settleDelivery } from '#db/queries/finish-delivery.ts';
import { recordRefusal } from '#db/queries/notification-settings.ts';
import { retryDelayMs } from '#domain/deliveries.ts';
import type { EventType } from '#domain/events.ts';
import type { Log } from '#server/log.ts';
import { letterOf } from './letter.ts';
import type { Mailer } from './mailer.ts';

type Sending = { pool: pg.Pool; publicUrl: string; mailer: Mailer; log: Log };

/** Hands one claimed delivery to the mail server and writes down what that said. */
export async function sendEmail({ pool, publicUrl, mailer, log }: Sending, delivery: ClaimedDelivery): Promise<void> {
  const { person, data } = delivery;
  if (person === null) return;
  const started = performance.now();
  const letter = letterOf({ deliveryId: delivery.id, type: delivery.type as EventType, data, person }, publicUrl);
  const { status, answer, problem } = await mailer.send(letter);
  const durationMs = Math.round(performance.now() - started);
  // An address that is refused is nobody's passing trouble; what is wrong with us or on the way may be mended.
  const refused = problem === 'recipient_refused';
  const retryInMs = refused ? null : retryDelayMs(delivery.tries, Math.random());
  await inTransaction(pool, async (sql) => {
    await recordAttempt(sql, delivery, { responseStatus: status, answer, problem, durationMs });
    const outcome = problem === null ? ({ delivered: true } as const) : ({ delivered: false, retryInMs } as const);
    const ours = await settleDelivery(sql, delivery, outcome);
    if (ours && refused) await recordRefusal(sql, person.id, { address: person.email, answer: answer ?? '' });
  });
  if (problem !== null && !refused)
    log('An e-mail could not be handed in', { deliveryId: delivery.id, problem, status, attempt: delivery.attempts });
}
