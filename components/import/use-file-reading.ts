'use client';

import { useState } from 'react';
import { useSaveMapping, useUploadPreview } from '#components/api/use-upload-preview.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import { type FileReading, mappingToSend } from './file-reading.ts';

/** What a person decides about how the chosen file is read, and what would come of it. */
export function useFileReading(uploadId: string | null) {
  const [choices, setChoices] = useState<ReadChoices>({});
  const [remembers, setRemembers] = useState(true);
  const { data: preview, error, isFetching, refetch } = useUploadPreview(uploadId, choices);
  const save = useSaveMapping();
  const mapping = mappingToSend(preview, choices);
  const isNew = mapping !== null && (preview?.detected.mapping !== 'saved' || choices.mapping !== undefined);
  const reading: FileReading = {
    options: { ...choices, ...(mapping ? { mapping } : {}) },
    remember: async () => {
      if (!isNew || !remembers || !preview) return;
      await save.mutateAsync({ headers: preview.columns.map(({ column }) => column), mapping });
    },
  };
  const isReady =
    uploadId === null ||
    (preview !== undefined && !isFetching && preview.missing.length === 0 && preview.problems.length === 0);
  return { preview, error, isFetching, refetch, choices, setChoices, reading, isReady, isNew, remembers, setRemembers };
}
export type FileReadingControls = ReturnType<typeof useFileReading>;
