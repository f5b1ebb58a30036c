import { z } from 'zod';

/** Query parameters of every list: an opaque cursor of an earlier answer and how many rows a page holds. */
export const pagingQuery = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** The answer of every list. `previousCursor` leads back; `total` is exact. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
    total: z.number().int(),
  });
}
