import { z } from 'zod';
import { type Batch, batchSchema } from '#contract/batches.ts';
import {
  deletedScheduleSchema,
  newScheduleSchema,
  type Schedule,
  schedulePageSchema,
  schedulePatchSchema,
  scheduleQuerySchema,
  scheduleSchema,
} from '#contract/schedules.ts';
import { changeSchedule } from '#server/schedules/change-schedule.ts';
import { createSchedule } from '#server/schedules/create-schedule.ts';
import { deleteSchedule } from '#server/schedules/delete-schedule.ts';
import { listSchedules } from '#server/schedules/list-schedules.ts';
import { readSchedule } from '#server/schedules/read-schedule.ts';
import { runSchedule } from '#server/schedules/run-schedule.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Schedules';
const byId = z.object({ id: z.uuid() });

export function addSchedules(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/schedules',
    tag,
    summary: 'Schedules with their next moments and their last start, soonest first',
    query: scheduleQuerySchema,
    answer: schedulePageSchema,
    handle: ({ actor, query }) => listSchedules(services, actor, query),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/schedules',
    tag,
    summary: 'Have a batch start again and again',
    body: newScheduleSchema,
    answer: scheduleSchema,
    status: 201,
    creates: true,
    headers: ({ id }: Schedule) => ({ Location: `/api/v1/schedules/${id}` }),
    handle: ({ actor, body }) => createSchedule(services, actor, body),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/schedules/{id}',
    tag,
    summary: 'One schedule',
    params: byId,
    answer: scheduleSchema,
    single: true,
    handle: ({ actor, params: { id } }) => readSchedule(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'patch',
    path: '/schedules/{id}',
    tag,
    summary: 'Rename a schedule, give it other moments, pause or resume it',
    params: byId,
    body: schedulePatchSchema,
    answer: scheduleSchema,
    handle: ({ actor, params: { id }, body }) => changeSchedule(services, actor, id, body),
  });
  addEndpoint(api, services, {
    method: 'delete',
    path: '/schedules/{id}',
    tag,
    summary: 'Delete a schedule; the batches it started stay',
    params: byId,
    answer: deletedScheduleSchema,
    handle: ({ actor, params: { id } }) => deleteSchedule(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/schedules/{id}/runs',
    tag,
    summary: 'Start the batch of a schedule now, beside its own moments',
    params: byId,
    answer: batchSchema,
    status: 202,
    creates: true,
    headers: ({ id }: Batch) => ({ Location: `/api/v1/batches/${id}` }),
    handle: ({ actor, params: { id } }) => runSchedule(services, actor, id),
  });
}
