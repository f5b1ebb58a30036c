import type { Transferable, Worker } from 'node:worker_threads';

/** What goes to a thread and what comes back; the other side answers with the same number. */
export type Numbered<T> = { number: number } & T;
export type Answer<T> = Numbered<{ answer: T } | { error: unknown }>;

/**
 * A thread that answers questions. It is started when the first comes, keeps the process alive only while somebody waits for an
 * answer, and is ended, to give its memory back, when nobody has asked for `idleMs`. When it breaks, whatever it was asked fails, and
 * the next question starts another. `transfer` is moved, not copied.
 */
export function askThread<Question extends object, T>(start: () => Worker, idleMs: number) {
  let thread: ReturnType<typeof startThread<Question, T>> | undefined;
  const startNext = () => {
    const next = startThread<Question, T>(start(), idleMs, () => {
      // Another may have taken its place by now.
      if (thread === next) thread = undefined;
    });
    return next;
  };
  return (question: Question, transfer: readonly Transferable[]): Promise<T> => {
    thread ??= startNext();
    return thread(question, transfer);
  };
}

function startThread<Question extends object, T>(worker: Worker, idleMs: number, gone: () => void) {
  const waiting = new Map<number, PromiseWithResolvers<T>>();
  let last = 0;
  let idle: NodeJS.Timeout | undefined;
  const retire = () => {
    gone();
    void worker.terminate();
  };
  const settled = (number: number) => {
    const one = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) {
      worker.unref();
      clearTimeout(idle);
      idle = setTimeout(retire, idleMs).unref();
    }
    return one;
  };
  const fail = (error: unknown) => {
    gone();
    for (const number of [...waiting.keys()]) settled(number)?.reject(error);
  };
  worker.on('message', (message: Answer<T>) => {
    const one = settled(message.number);
    if ('error' in message) one?.reject(message.error);
    else one?.resolve(message.answer);
  });
  worker.once('error', fail);
  worker.once('exit', (code) => fail(new Error(`A thread ended with code ${code}.`)));
  return (question: Question, transfer: readonly Transferable[]): Promise<T> => {
    const number = ++last;
    clearTimeout(idle);
    worker.postMessage({ ...question, number }, transfer);
    const one = Promise.withResolvers<T>();
    waiting.set(number, one);
    worker.ref();
    return one.promise;
  };
}
