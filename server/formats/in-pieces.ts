/** So many characters in one piece: large enough that writing it is worth a step, small enough to be nothing in memory. */
const PIECE = 64 * 1024;

/** Texts as bytes in pieces of some size, whatever the size of the texts. */
export async function* inPieces(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece);
}
