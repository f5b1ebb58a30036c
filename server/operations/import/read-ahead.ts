/**
 * Asks a source for its next value before the present one is wanted, so that what one stage of a pipeline waits for, the others
 * work in. Ends the source and waits for what is still under way when nobody wants more.
 */
export async function* readAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const values = source[Symbol.asyncIterator]();
  let next = ask(values);
  try {
    for (let value = await next; !value.done; value = await next) {
      next = ask(values);
      yield value.value;
    }
  } finally {
    await next.catch(() => {});
    await values.return?.();
  }
}

function ask<T>(values: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = values.next();
  // A failure is heard when its turn comes; until then nobody listens.
  next.catch(() => {});
  return next;
}
