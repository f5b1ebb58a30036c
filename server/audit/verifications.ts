import type { z } from 'zod';
import type { newVerificationSchema, Verification, VerificationList } from '#contract/audit-verifications.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import {
  readVerification as findVerification,
  listVerifications as findVerifications,
  resumeVerification as goOn,
  stopVerification as halt,
  insertVerification,
  type VerificationRow,
} from '#db/queries/audit-verifications.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentVerification } from './present-verification.ts';

const SHOWN = 50;
const UNIQUE_VIOLATION = '23505';

/** Asks for a verification; a processor begins within a second. @throws Problem `verification_open` */
export async function startVerification(
  services: Services,
  actor: Actor,
  { from, until }: z.infer<typeof newVerificationSchema>,
): Promise<Verification> {
  await requireAction(services, actor, 'audit:verify');
  return change(services, actor, 'started', { from: from ?? null, until: until ?? null }, (sql) =>
    insertVerification(sql, {
      id: uuidV7(),
      requestedBy: actor.id,
      requestedName: actor.name,
      fromAt: from ?? null,
      untilAt: until ?? null,
    }),
  );
}

/** The latest ones, newest first. */
export async function listVerifications(services: Services, actor: Actor): Promise<VerificationList> {
  await requireAction(services, actor, 'audit:read');
  return { items: (await findVerifications(services.pool, SHOWN)).map(presentVerification) };
}

/** @throws Problem `not_found` */
export async function readVerification(services: Services, actor: Actor, id: string): Promise<Verification> {
  await requireAction(services, actor, 'audit:read');
  return presentVerification(await found(services, id));
}

/** Stops it after the blocks it is at; it can be resumed. @throws Problem `not_found`, `verification_ended` */
export async function stopVerification(services: Services, actor: Actor, id: string): Promise<Verification> {
  await requireAction(services, actor, 'audit:verify');
  await found(services, id);
  return change(services, actor, 'cancelled', {}, (sql) => halt(sql, id));
}

/** Lets a stopped one go on where it was. @throws Problem `not_found`, `verification_ended`, `verification_open` */
export async function resumeVerification(services: Services, actor: Actor, id: string): Promise<Verification> {
  await requireAction(services, actor, 'audit:verify');
  await found(services, id);
  return change(services, actor, 'resumed', {}, (sql) => goOn(sql, id));
}

async function found({ pool }: Services, id: string): Promise<VerificationRow> {
  const row = await findVerification(pool, id);
  if (!row) throw new Problem('not_found');
  return row;
}

type What = 'started' | 'cancelled' | 'resumed';

async function change(
  { pool }: Services,
  actor: Actor,
  what: What,
  details: Record<string, unknown>,
  work: (sql: Sql) => Promise<VerificationRow | null>,
): Promise<Verification> {
  try {
    return await inTransaction(pool, async (sql) => {
      const row = await work(sql);
      if (!row) throw new Problem(what === 'started' ? 'verification_open' : 'verification_ended');
      const subject = { subjectType: 'audit_verification', subjectId: row.id };
      await insertAuditEntries(sql, actor, [{ action: `audit.verification_${what}`, ...subject, details }]);
      return presentVerification(row);
    });
  } catch (error) {
    // Resumed while another one is open.
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new Problem('verification_open');
    throw error;
  }
}
