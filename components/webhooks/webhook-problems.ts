import type { EventType } from '#domain/events.ts';

export type WebhookDraft = { name: string; url: string; events: readonly EventType[] };

/** The fields that are not in order yet; whether an address may be used, the server says. */
export function webhookProblems({ name, url, events }: WebhookDraft): (keyof WebhookDraft)[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(isAddress(url.trim()) ? [] : (['url'] as const)),
    ...(events.length === 0 ? (['events'] as const) : []),
  ];
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' && !url.username && !url.password;
}
