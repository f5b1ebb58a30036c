'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { apiGet } from '#components/api/client.ts';
import { queryKeys } from '#components/api/query-keys.ts';
import type { ItemPage } from '#components/api/use-job-items.ts';
import type { PlanFilter } from '#domain/plan-override.ts';

const PER_PAGE = 200;

/** The items of a plan, more of them as one scrolls. */
export function usePlanItems(jobId: string, filter: PlanFilter) {
  const pages = useInfiniteQuery({
    queryKey: [...queryKeys.jobItems(jobId), 'endless', filter],
    queryFn: ({ pageParam, signal }) =>
      apiGet<ItemPage>(`/api/v1/jobs/${jobId}/items`, { ...filter, limit: PER_PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    // A plan does not change while it waits; only a decision ends it, and then the page shows something else.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return { ...pages, items, total: pages.data?.pages[0]?.total ?? 0 };
}
