import type { UntoldEvent } from '#db/queries/tell-events.ts';
import { pageOfEvent } from '#domain/event-page.ts';

type Told = Pick<UntoldEvent, 'organisation' | 'data' | 'createdAt'> & { type: string };

/** What a webhook receives, as the bytes that are signed: type, moment and data, as Standard Webhooks has it. */
export function bodyOf({ type, createdAt, organisation, data }: Told, publicUrl: string): string {
  const url = publicUrl + pageOfEvent(data);
  return JSON.stringify({ type, timestamp: createdAt.toISOString(), data: { organisation, ...data, url } });
}
