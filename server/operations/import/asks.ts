/** What a record of an import asks for among the others, by what names, texts and words hash to. */
export type Asks = {
  position: number;
  names: ArrayLike<number> & Iterable<number>;
  /** Names of what it is kin to. */
  kindred: ArrayLike<number> & Iterable<number>;
  /** Names its text mentions. */
  mentioned: ArrayLike<number> & Iterable<number>;
  /** Under which texts that resemble it are kept. */
  bands: ArrayLike<number> & Iterable<number>;
  /** Under which texts that stand within it are kept. */
  nested: ArrayLike<number> & Iterable<number>;
};

const LISTS = ['names', 'kindred', 'mentioned', 'bands', 'nested'] as const;

/** A run of them as numbers of 32 bits, in as many as they are and six more for each. */
export function packAsks(run: readonly Asks[]): Uint8Array {
  const length = run.reduce((sum, one) => sum + LISTS.reduce((own, list) => own + 1 + one[list].length, 1), 0);
  const packed = new Int32Array(length);
  let at = 0;
  for (const one of run) {
    packed[at++] = one.position;
    for (const list of LISTS) {
      packed[at++] = one[list].length;
      packed.set(one[list], at);
      at += one[list].length;
    }
  }
  return new Uint8Array(packed.buffer);
}

/** The same run again. */
export function* asksIn({ buffer, byteOffset, byteLength }: Uint8Array): Generator<Asks> {
  const packed = new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
  let at = 0;
  const list = () => {
    const start = at + 1;
    at = start + (packed[at] as number);
    return packed.subarray(start, at);
  };
  while (at < packed.length) {
    const position = packed[at++] as number;
    yield { position, names: list(), kindred: list(), mentioned: list(), bands: list(), nested: list() };
  }
}
