import type { AuditFilterQuery } from '#contract/audit.ts';
import {
  findAuditActions,
  findAuditPeople,
  findAuditText,
  idBoundsOf,
  jobsOfBatch,
} from '#db/queries/audit-lookups.ts';
import type { AuditFilter } from '#db/queries/list-audit-entries.ts';
import type { Services } from '#server/services.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Entries with a text that are looked up one by one; a text that more of them have is met soon enough while reading. */
const MOST_HITS = 20_000;

/** What a person asks for in the terms the trail is indexed by: a name is people, a kind its actions, a batch its jobs. */
export async function resolveFilter({ pool }: Pick<Services, 'pool'>, asked: AuditFilterQuery): Promise<AuditFilter> {
  const { action, person, subject, batch, from, until, text } = asked;
  return {
    ...(action ? { actions: await findAuditActions(pool, action) } : {}),
    ...(person ? { people: UUID.test(person) ? [person] : await findAuditPeople(pool, person) } : {}),
    ...(subject ? { subject: { id: subject, isJob: UUID.test(subject) } } : {}),
    ...(batch ? { batch: { id: batch, jobs: await jobsOfBatch(pool, batch) } } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(from || until ? { bounds: await idBoundsOf(pool, { from: from ?? null, until: until ?? null }) } : {}),
    ...(text ? { text: { piece: text, hits: await findAuditText(pool, text, MOST_HITS) } } : {}),
  };
}
