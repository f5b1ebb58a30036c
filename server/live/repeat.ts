/** Runs `work` again and again, `everyMs` after it last ended; what goes wrong is reported, and does not end it. */
export function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
  report: (error: unknown) => void,
): { stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const plan = () => {
    if (!stopped) timer = setTimeout(() => void work().catch(report).finally(plan), everyMs).unref();
  };
  plan();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
