import { z } from 'zod';
import { BATCH_STATUSES } from '#domain/batch-progress.ts';
import { newBatchSchema } from './batches.ts';
import { pageOf, pagingQuery } from './paging.ts';

/** How many of its next moments a schedule shows. */
export const MOMENTS_SHOWN = 5;

const name = z.string().trim().min(1).max(200);
/** Five fields, by the clock of Amsterdam. */
const cron = z.string().trim().min(1).max(200);
/** A batch as `POST /batches` takes it; when it starts is up to the schedule. */
const scheduledBatchSchema = newBatchSchema.omit({ scheduledFor: true }).strict();
export type ScheduledBatch = z.infer<typeof scheduledBatchSchema>;

export const newScheduleSchema = z.object({ name, cron, batch: scheduledBatchSchema }).strict();
export type NewSchedule = z.infer<typeof newScheduleSchema>;
/** A schedule as it is written down before defaults are filled in. */
export type NewScheduleInput = z.input<typeof newScheduleSchema>;

export const schedulePatchSchema = z
  .object({ name: name.optional(), cron: cron.optional(), paused: z.boolean().optional() })
  .strict()
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), { error: 'Nothing to change' });
export type SchedulePatch = z.infer<typeof schedulePatchSchema>;

export const scheduleSchema = z.object({
  id: z.string(),
  name: z.string(),
  cron: z.string(),
  paused: z.boolean(),
  /** What it starts; its selections are made anew each time. */
  batch: scheduledBatchSchema,
  /** When it starts next, at most five moments; none while it is paused. */
  nextMoments: z.array(z.string()),
  /** The last start, by itself or by hand: the batch it made, or why it made none. */
  lastStart: z
    .object({
      at: z.string(),
      batch: z.object({ id: z.string(), name: z.string(), status: z.enum(BATCH_STATUSES) }).nullable(),
      problem: z
        .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable(),
    })
    .nullable(),
  createdAt: z.string(),
  /** For whom it starts. */
  createdBy: z.object({ id: z.string(), name: z.string() }),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const scheduleQuerySchema = z.object(pagingQuery);
export const schedulePageSchema = pageOf(scheduleSchema);
export type SchedulePage = z.infer<typeof schedulePageSchema>;

export const deletedScheduleSchema = z.object({ id: z.string() });
