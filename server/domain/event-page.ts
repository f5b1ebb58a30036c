/** The path of the page about what an event tells of. */
export function pageOfEvent(data: Readonly<Record<string, unknown>>): string {
  const { batch, artifact, webhook } = data as { batch?: { id: string }; artifact?: object; webhook?: { id: string } };
  if (webhook) return `/webhooks/${webhook.id}`;
  if (!batch) return '/';
  return artifact ? `/batches/${batch.id}?tab=files` : `/batches/${batch.id}`;
}
