import { queryString } from '#components/api/client.ts';

export type BatchTab = 'overview' | 'plan' | 'items' | 'events' | 'files';

export type ItemFilterLink = { status?: string; decision?: string; verdict?: string; rule?: string };

/** The page of a batch, on one of its tabs. */
export function batchLink(batchId: string, tab?: BatchTab): string {
  return `/batches/${batchId}${queryString({ tab })}`;
}

/** The items of a batch that match. */
export function itemsLink(batchId: string, filter: ItemFilterLink = {}): string {
  return `/batches/${batchId}${queryString({ tab: 'items', ...filter })}`;
}
