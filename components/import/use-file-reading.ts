'use client';

import { useState } from 'react';
import { useSaveMapping } from '#components/api/use-column-mappings.ts';
import { useUploadPreview } from '#components/api/use-upload-preview.ts';
import type { UploadPreview } from '#contract/reading.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import { type FileReading, mappingsToSend, mappingToSend, newMappings } from './file-reading.ts';

/** What a person decides about how the chosen file, or the tables of an archive, are read, and what would come of it. */
export function useFileReading(uploadId: string | null, isArchive: boolean) {
  const [choices, setChoices] = useState<ReadChoices>({});
  const [remembers, setRemembers] = useState(true);
  const { data: preview, error, isFetching, refetch } = useUploadPreview(uploadId, choices);
  const save = useSaveMapping();
  const news = newMappings(preview, choices);
  const remember = async (): Promise<string[]> => {
    if (!remembers) return [];
    const ids: string[] = [];
    for (const one of news) ids.push((await save.mutateAsync(one)).id);
    return ids;
  };
  const reading: FileReading = {
    options: isArchive ? ofArchive(choices, preview) : ofFile(choices, preview),
    remember,
  };
  const isReadable = isArchive || (preview?.missing.length === 0 && preview.problems.length === 0);
  const isReady = uploadId === null || (preview !== undefined && !isFetching && isReadable);
  const isNew = news.length > 0;
  return { preview, error, isFetching, refetch, choices, setChoices, reading, isReady, isNew, remembers, setRemembers };
}
export type FileReadingControls = ReturnType<typeof useFileReading>;

function ofFile(choices: ReadChoices, preview: UploadPreview | undefined): FileReading['options'] {
  const mapping = mappingToSend(preview, choices);
  const isAsSaved = preview?.detected.mapping === 'saved' && choices.mapping === undefined;
  const mappingIds = isAsSaved && preview.saved ? { mappingIds: [preview.saved.id] } : {};
  return { ...choices, ...(mapping ? { mapping } : {}), ...mappingIds };
}

function ofArchive(choices: ReadChoices, preview: UploadPreview | undefined): FileReading['options'] {
  const { mappings, mappingIds } = mappingsToSend(preview?.tables ?? [], choices);
  return {
    ...(choices.language ? { language: choices.language } : {}),
    ...(choices.places?.length ? { places: choices.places } : {}),
    ...(mappings.length > 0 ? { mappings } : {}),
    ...(mappingIds.length > 0 ? { mappingIds } : {}),
  };
}
