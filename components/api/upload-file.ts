import type { Upload } from '#contract/uploads.ts';
import { offlineProblem, problemOf } from './api-problem.ts';
import { leaveWhenSignedOut } from './client.ts';

export type UploadOptions = {
  /** 0 to 1 of the bytes sent. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  /** Defaults to the name of the file. */
  fileName?: string;
};

/**
 * Sends one file as it is. XMLHttpRequest, because fetch does not tell how much has been sent. An abort rejects with a
 * DOMException named AbortError. @throws ApiProblem
 */
export function uploadFile(file: Blob & { name?: string }, options: UploadOptions = {}): Promise<Upload> {
  const { onProgress, signal, fileName = file.name ?? 'upload' } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open('POST', '/api/v1/uploads');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(fileName));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText) as Upload);
      const problem = problemOf(request.status, request.responseText);
      leaveWhenSignedOut(problem);
      reject(problem);
    };
    request.onerror = () => reject(offlineProblem());
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) return reject(new DOMException('The upload was stopped', 'AbortError'));
    request.send(file);
  });
}
