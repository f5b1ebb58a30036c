'use client';

import { useCallback, useReducer, useRef } from 'react';
import { newKey } from '#components/api/new-key.ts';
import { uploadFile } from '#components/api/upload-file.ts';
import { useCreateBatch } from '#components/api/use-create-batch.ts';
import type { Upload } from '#contract/uploads.ts';
import type { ChosenFile } from './chosen-files.ts';
import type { FileReading } from './file-reading.ts';
import { type ImportChoices, toOptions } from './import-choices.ts';
import { type ImportFlow, nextFlow } from './import-flow.ts';
import { blocks } from './local-problem.ts';
import { prepareSource, type Source } from './prepare-source.ts';

/** From choosing files to a started job. Whatever goes wrong on the way, what was chosen and decided stays. */
export function useImportFlow(onStarted: (jobId: string) => void) {
  const [flow, dispatch] = useReducer(nextFlow, { step: 'choose' } satisfies ImportFlow);
  const abort = useRef<AbortController | null>(null);
  const attempt = useRef({ about: '', key: '' });
  const createBatch = useCreateBatch();

  const begin = () => {
    abort.current?.abort();
    abort.current = new AbortController();
    return abort.current.signal;
  };

  const choose = async (files: readonly ChosenFile[]) => {
    const signal = begin();
    dispatch({ type: 'preparing', count: files.length });
    try {
      const onProgress = (share: number) => dispatch({ type: 'progress', share });
      const source = await prepareSource(files, { onProgress, signal });
      if (isLookedAt(source)) await take(source);
      else dispatch({ type: 'prepared', source });
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'unreadable', error });
    }
  };

  const startJob = async (source: Source, upload: Upload, choices: ImportChoices, reading: FileReading) => {
    dispatch({ type: 'starting', source, upload });
    const options = { ...toOptions(choices), ...reading.options };
    const about = JSON.stringify([upload.id, options]);
    // The same wish again, after a failure on the way, is the same job and not a second one.
    if (attempt.current.about !== about) attempt.current = { about, key: newKey() };
    try {
      const mappingIds = [...(reading.options.mappingIds ?? []), ...(await reading.remember())];
      const asked = mappingIds.length > 0 ? { ...options, mappingIds: [...new Set(mappingIds)] } : options;
      const jobs = [{ operation: 'import' as const, uploadId: upload.id, options: asked }];
      const batch = await createBatch.mutateAsync({ batch: { jobs }, key: attempt.current.key });
      const jobId = batch.jobs[0]?.id;
      if (jobId) onStarted(jobId);
      dispatch({ type: 'reset' });
    } catch (error) {
      dispatch({ type: 'failed', source, upload, error });
    }
  };

  /** Sends the file; null when that came to nothing, and the flow says why. */
  const sendFile = async (source: Source): Promise<Upload | null> => {
    if (source.blob === null || blocks(source.problems)) return null;
    const signal = begin();
    dispatch({ type: 'uploading', source });
    try {
      if (!(await isReadable(source.blob))) {
        dispatch({ type: 'changed', source });
        return null;
      }
      const onProgress = (share: number) => dispatch({ type: 'progress', share });
      return await uploadFile(source.blob, { onProgress, signal, fileName: source.name });
    } catch (error) {
      dispatch(signal.aborted ? { type: 'prepared', source } : { type: 'failed', source, upload: null, error });
      return null;
    }
  };

  /** Sends the file, so that a person sees what it is and how it would come in before the check begins. */
  const take = async (source: Source) => {
    const upload = await sendFile(source);
    if (upload) dispatch({ type: 'uploaded', source, upload });
  };

  const send = async (source: Source, there: Upload | null, choices: ImportChoices, reading: FileReading) => {
    if (!there && isLookedAt(source)) return take(source);
    const upload = there ?? (await sendFile(source));
    if (!upload) return;
    if (upload.alreadyUploaded && upload.imports.length > 0) dispatch({ type: 'known', source, upload });
    else await startJob(source, upload, choices, reading);
  };

  const reset = useCallback(() => {
    abort.current?.abort();
    dispatch({ type: 'reset' });
  }, []);

  return { flow, choose, send, startJob, reset, stop: () => abort.current?.abort() };
}
export type ImportFlowControls = ReturnType<typeof useImportFlow>;

/**
 * One file is looked at by the server before it is imported, and so is an archive with tables in it, or one that says who made it;
 * of any other archive the contents are known from its table of contents.
 */
function isLookedAt({ name, blob, problems, counts, manifest }: Source): boolean {
  const hasTables = Boolean(counts.csv || counts.xlsx);
  return blob !== null && !blocks(problems) && (hasTables || Boolean(manifest) || !/\.zip$/i.test(name));
}

/** A file that was changed or moved after it was chosen can no longer be read; said before, since an upload only says "failed". */
async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
