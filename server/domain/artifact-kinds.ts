/** The kinds of files a job can produce; one of each at most. */
export const ARTIFACT_KINDS = ['archive', 'export_file', 'error_file', 'answers', 'proof', 'signature'] as const;
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number];

/** Those that a job was started for, before anything it tells about itself. */
export const RESULT_KINDS: readonly ArtifactKind[] = ['archive', 'export_file', 'answers'];
