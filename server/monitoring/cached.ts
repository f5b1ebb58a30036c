/**
 * Answers what `load` answered less than `ms` ago; all who ask while it loads get the same answer, so that many who look cost
 * no more than one. What fails is not kept.
 */
export function cached<T>(ms: number, load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  let loadedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (loading && performance.now() - loadedAt < ms) return loading;
    const mine = load();
    loading = mine;
    loadedAt = Number.POSITIVE_INFINITY;
    mine.then(
      () => {
        loadedAt = performance.now();
      },
      () => {
        loading = null;
      },
    );
    return mine;
  };
}
