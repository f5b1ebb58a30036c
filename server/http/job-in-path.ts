const JOB = /\/jobs\/([\da-f]{8}-[\da-f-]{27})(?:\/|$)/;

/** The job an address is about, for log lines; nothing when it is about none. */
export function jobInPath(path: string): { jobId?: string } {
  const jobId = JOB.exec(path)?.[1];
  return jobId ? { jobId } : {};
}
