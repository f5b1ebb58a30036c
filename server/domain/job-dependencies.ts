import type { JobStatus } from './job-status.ts';

/** What a job does when one it depends on did not end well: not start, fail too, or start all the same. */
export const DEPENDENCY_POLICIES = ['skip', 'fail', 'run'] as const;
export type DependencyPolicy = (typeof DEPENDENCY_POLICIES)[number];

/** How a dependency may have ended so that the job that waits for it can build on it. */
const ENDED_WELL: readonly JobStatus[] = ['completed', 'completed_with_errors'];
const ENDED: readonly JobStatus[] = [...ENDED_WELL, 'failed', 'cancelled', 'rolled_back', 'rollback_failed', 'expired'];

/** What becomes of a blocked job now that its dependencies are in these states; null: it goes on waiting. */
export function unblockingEvent(
  policy: DependencyPolicy,
  dependencies: readonly JobStatus[],
): 'unblock' | 'skip' | 'dependency_failed' | null {
  if (policy === 'run') return dependencies.every((status) => ENDED.includes(status)) ? 'unblock' : null;
  const failed = dependencies.some((status) => ENDED.includes(status) && !ENDED_WELL.includes(status));
  if (failed) return policy === 'skip' ? 'skip' : 'dependency_failed';
  return dependencies.every((status) => ENDED_WELL.includes(status)) ? 'unblock' : null;
}

/**
 * A circle in "job i depends on the jobs dependsOn[i]": the indexes along it, the first repeated at the end; null when there is
 * none. Iterative, so that a long chain does not exhaust the stack.
 */
export function findCircle(dependsOn: readonly (readonly number[])[]): number[] | null {
  const state = new Uint8Array(dependsOn.length);
  for (let start = 0; start < dependsOn.length; start++) {
    const path: { job: number; next: number }[] = state[start] === 0 ? [{ job: start, next: 0 }] : [];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      state[top.job] = 1;
      const other = dependsOn[top.job]?.[top.next++];
      if (other === undefined) {
        state[top.job] = 2;
        path.pop();
      } else if (state[other] === 1) {
        const circle = path.map(({ job }) => job);
        return [...circle.slice(circle.indexOf(other)), other];
      } else if (state[other] === 0) path.push({ job: other, next: 0 });
    }
  }
  return null;
}
