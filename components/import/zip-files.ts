import type { ChosenFile } from './chosen-files.ts';

export type ZipOptions = {
  /** 0 to 1 of the work. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Packs files into one archive in the browser, keeping their paths. An abort rejects with a DOMException named AbortError. */
export async function zipFiles(files: readonly ChosenFile[], { onProgress, signal }: ZipOptions): Promise<Blob> {
  // The bundle made for browsers: the other brings along what stands in for Node, which probes for eval and is kept from it.
  const { default: JSZip } = await import('jszip/dist/jszip.min.js');
  const zip = new JSZip();
  for (const { path, file } of files) zip.file(path, file, { createFolders: false, date: new Date(file.lastModified) });
  const stream = zip.generateInternalStream({ type: 'blob', compression: 'DEFLATE', streamFiles: true });
  return new Promise<Blob>((resolve, reject) => {
    const stop = () => {
      stream.pause();
      reject(new DOMException('Packing was stopped', 'AbortError'));
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    stream.accumulate(({ percent }) => onProgress(percent / 100)).then(resolve, reject);
  });
}
