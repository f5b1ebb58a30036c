import type { Artifact } from '#contract/jobs.ts';

/** Whether a file is what its job was started for, before anything the job tells about itself. */
export function isResult({ kind }: Artifact): boolean {
  return kind === 'archive' || kind === 'export_file';
}
