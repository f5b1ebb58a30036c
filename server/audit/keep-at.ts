/** Does `work` again and again, `everyMs` after it last ended, until it is stopped; what goes wrong is reported and ends nothing. */
export function keepAt(
  everyMs: number,
  work: () => Promise<unknown>,
  report: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    await work().catch(report);
    if (!stopped) timer = setTimeout(next, everyMs);
  };
  let working = Promise.resolve();
  const next = () => {
    working = round();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await working;
  };
}
