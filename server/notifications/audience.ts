import type { Candidate, UntoldEvent } from '#db/queries/tell-events.ts';
import { readScope } from '#domain/access.ts';
import { isCleared } from '#domain/clearance.ts';
import { EVENT_FACTS, isToldToPeople } from '#domain/events.ts';
import { type Channel, choiceOf } from '#domain/notification-choices.ts';

/** Those of the candidates who hear of this event by this channel: whom it concerns, who may see it, and who wants that. */
export function audienceOf(event: UntoldEvent, channel: Channel, candidates: readonly Candidate[]): Candidate[] {
  const { audience } = EVENT_FACTS[event.type];
  const { batch } = event.data as { batch?: { jobs: number } };
  if (!isToldToPeople(event.type, batch?.jobs ?? 1)) return [];
  const concerned = ({ id, role, organisationId }: Candidate) =>
    (audience !== 'leads' && event.people.includes(id)) ||
    (audience !== 'starter' && role === 'lead' && organisationId === event.organisation.id);
  return candidates.filter((candidate) => {
    const scope = readScope(candidate);
    const sees =
      (scope === null || scope === event.organisation.id) &&
      isCleared(candidate.clearance, event.classification ?? 'openbaar');
    return sees && concerned(candidate) && choiceOf(event.type, candidate.choices)[channel];
  });
}
