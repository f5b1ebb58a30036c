export type Throttled = { (key: string): void; stop(): void };

/** Calls `work` for a key at once, and then at most once every `everyMs`, the last time included. */
export function throttleByKey(everyMs: number, work: (key: string) => void): Throttled {
  const timers = new Map<string, NodeJS.Timeout>();
  const again = new Set<string>();
  const call = (key: string) => {
    if (timers.has(key)) {
      again.add(key);
      return;
    }
    work(key);
    const reopen = () => {
      timers.delete(key);
      if (again.delete(key)) call(key);
    };
    timers.set(key, setTimeout(reopen, everyMs).unref());
  };
  const stop = () => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    again.clear();
  };
  return Object.assign(call, { stop });
}
