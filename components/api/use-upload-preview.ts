'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UploadPreview } from '#contract/reading.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** How an upload would come in when it is read with these choices; what was there stays until the answer comes. */
export function useUploadPreview(uploadId: string | null, choices: ReadChoices) {
  return useQuery({
    queryKey: queryKeys.uploadPreview(uploadId ?? '', choices),
    queryFn: ({ signal }) =>
      apiSend<UploadPreview>('POST', `/api/v1/uploads/${uploadId}/previews`, { body: choices, signal }),
    enabled: uploadId !== null,
    placeholderData: keepPreviousData,
  });
}
