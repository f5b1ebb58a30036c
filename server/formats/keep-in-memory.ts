import type { KeepBytes } from './write-xlsx.ts';

/** Keeps packed bytes until they are asked for: of a file of ours they are a few megabytes. */
export const keepInMemory: KeepBytes = async (bytes) => {
  const kept = await Array.fromAsync(bytes);
  return {
    async *read() {
      yield* kept;
    },
  };
};
