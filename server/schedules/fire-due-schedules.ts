import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { ZodError } from 'zod';
import { inTransaction } from '#db/client.ts';
import { isTransient } from '#db/is-transient.ts';
import { claimDueSchedule, type DueSchedule } from '#db/queries/claim-due-schedule.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { recordStart, setNextMoment } from '#db/queries/update-schedule.ts';
import { type Actor, mayDo } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { sendOnItsWay } from '#server/batches/create-batch.ts';
import type { Services } from '#server/services.ts';
import { nextMoment } from './cron.ts';
import { startScheduledBatch } from './start-scheduled-batch.ts';

type Log = (message: string, details: Record<string, unknown>) => void;
type Written = Awaited<ReturnType<typeof startScheduledBatch>>;

/**
 * Starts every schedule whose moment has come. Claiming it, moving on to its first moment after now, and writing its batch are one
 * transaction: whatever was missed starts once, and a processor that is lost in the middle has done nothing. May be called by any
 * number of processes at once; each schedule is in the hands of one of them.
 */
export async function fireDueSchedules(services: Services, log: Log): Promise<void> {
  const leave: string[] = [];
  for (;;) {
    let id: string | undefined;
    try {
      const fired = await inTransaction(services.pool, async (sql) => {
        const schedule = await claimDueSchedule(sql, leave);
        id = schedule?.id;
        return schedule && { batch: await fire(services, sql, schedule, log) };
      });
      if (!fired) return;
      if (fired.batch) await sendOnItsWay(services, fired.batch);
    } catch (error) {
      if (id === undefined) throw error;
      // It is still due, and the next round tries it again; the others need not wait for that.
      log('A schedule could not start yet', { scheduleId: id, error: String(error) });
      leave.push(id);
    }
  }
}

/** The batch it made; null when it could not start, which the schedule then says. */
async function fire(services: Services, sql: PoolClient, schedule: DueSchedule, log: Log): Promise<Written | null> {
  const { id, nextAt, now } = schedule;
  await setNextMoment(sql, id, nextMoment(schedule.cron, now));
  const actor: Actor = {
    ...schedule.starter,
    origin: { ip: null, userAgent: null, correlationId: randomUUID() },
  };
  await sql.query('SAVEPOINT start');
  try {
    refuseWhoMayNot(actor, schedule);
    const details = { dueAt: nextAt };
    return await startScheduledBatch(services, sql, actor, schedule, { action: 'schedule.fired', details });
  } catch (error) {
    // The database will do it next time: nothing of this round is kept, so that the schedule is still due.
    if (isTransient(error)) throw error;
    await sql.query('ROLLBACK TO SAVEPOINT start');
    const problem = problemOf(error);
    if (problem.code === 'internal') log('A schedule could not start', { scheduleId: id, error: String(error) });
    await recordStart(sql, id, { batchId: null, problem });
    await insertAuditEntries(sql, actor, [
      {
        action: 'schedule.failed',
        subjectType: 'schedule',
        subjectId: id,
        details: { dueAt: nextAt, problem: problem.code },
      },
    ]);
    return null;
  }
}

function refuseWhoMayNot({ role, name, organisationId }: Actor, schedule: DueSchedule): void {
  if (mayDo(role, 'batch:start') && organisationId === schedule.organisationId) return;
  throw new Problem('starter_not_allowed', { name });
}

function problemOf(error: unknown): Pick<Problem, 'code' | 'params'> {
  if (error instanceof Problem) return { code: error.code, params: error.params };
  // Written by an earlier version, for a batch that this one does not know.
  if (error instanceof ZodError) return { code: 'invalid_request', params: {} };
  return { code: 'internal', params: { correlationId: '-' } };
}
