'use client';

import { useCallback, useReducer, useRef } from 'react';
import { newKey } from '#components/api/new-key.ts';
import { uploadFile } from '#components/api/upload-file.ts';
import { useCreateBatch } from '#components/api/use-create-batch.ts';
import type { Upload } from '#contract/uploads.ts';
import type { ChosenFile } from './chosen-files.ts';
import type { ImportChoices } from './import-choices.ts';
import { toOptions } from './import-choices.ts';
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
      dispatch({ type: 'prepared', source: await prepareSource(files, { onProgress, signal }) });
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'unreadable', error });
    }
  };

  const startJob = async (source: Source, upload: Upload, choices: ImportChoices) => {
    dispatch({ type: 'starting', source, upload });
    const options = toOptions(choices);
    const about = JSON.stringify([upload.id, options]);
    // The same wish again, after a failure on the way, is the same job and not a second one.
    if (attempt.current.about !== about) attempt.current = { about, key: newKey() };
    try {
      const jobs = [{ operation: 'import' as const, uploadId: upload.id, options }];
      const batch = await createBatch.mutateAsync({ batch: { jobs }, key: attempt.current.key });
      const jobId = batch.jobs[0]?.id;
      if (jobId) onStarted(jobId);
      dispatch({ type: 'reset' });
    } catch (error) {
      dispatch({ type: 'failed', source, upload, error });
    }
  };

  const send = async (source: Source, choices: ImportChoices) => {
    if (source.blob === null || blocks(source.problems)) return;
    const signal = begin();
    dispatch({ type: 'uploading', source });
    try {
      if (!(await isReadable(source.blob))) return dispatch({ type: 'changed', source });
      const onProgress = (share: number) => dispatch({ type: 'progress', share });
      const upload = await uploadFile(source.blob, { onProgress, signal, fileName: source.name });
      if (upload.alreadyUploaded && upload.imports.length > 0) dispatch({ type: 'known', source, upload });
      else await startJob(source, upload, choices);
    } catch (error) {
      if (signal.aborted) dispatch({ type: 'prepared', source });
      else dispatch({ type: 'failed', source, upload: null, error });
    }
  };

  const reset = useCallback(() => {
    abort.current?.abort();
    dispatch({ type: 'reset' });
  }, []);

  return { flow, choose, send, startJob, reset, stop: () => abort.current?.abort() };
}
export type ImportFlowControls = ReturnType<typeof useImportFlow>;

/** A file that was changed or moved after it was chosen can no longer be read; said before, since an upload only says "failed". */
async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
