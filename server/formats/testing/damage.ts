import JSZip from 'jszip';

/** What readers are likely to trip over. */
const TOKENS = (
  '--- \n...\n \n- \n* &a *a <<: !!js | > |- "\' : # ` [[ ]] ]]> <![CDATA[ <!-- --> &amp; &x; &#0; <!DOCTYPE tbx [<!ENTITY> </ < /> ' +
  '\u0000 \ufeff \ud800 \r ; , \t ="\n{}[] @prefix @context _: """ ^^ rdf:li % -1e999 𐀀 \\u \\ufffe <row> t="s" 1e999'
).split(' ');

/** Gives whole numbers from 0 up to what is asked for, not included. */
export type Chance = (below: number) => number;

/** Numbers that look like chance and are the same every time (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A copy with up to so many things wrong: something left out, put in, doubled, moved, cut off, or some bits turned over. */
export function damaged(bytes: Uint8Array, next: Chance, most = 6): Buffer {
  let changed = Buffer.from(bytes);
  for (let left = 1 + next(most); left > 0; left--) {
    const at = next(changed.length + 1);
    const length = 1 + next(200);
    const [before, piece, after] = [
      changed.subarray(0, at),
      changed.subarray(at, at + length),
      changed.subarray(at + length),
    ];
    const token = Buffer.from(TOKENS[next(TOKENS.length)] ?? '');
    const choices = [
      () => [before, after],
      () => [before, piece, piece, after],
      () => [before, token, piece, after],
      () => [before, Buffer.alloc(1 + next(400), token.length > 0 ? token : ' '), piece, after],
      () => [after, before, piece],
      () => [before],
      () => [before, piece.map((byte) => byte ^ (1 << next(8))), after],
    ];
    changed = Buffer.concat(choices[next(choices.length)]?.() ?? []);
  }
  return changed;
}

/** A workbook of which one part is damaged, and the archive around it is not. */
export async function damagedPart(workbook: JSZip, next: Chance): Promise<Buffer> {
  const names = Object.keys(workbook.files).filter((name) => /\.(?:xml|rels)$/.test(name));
  const chosen = names[next(names.length)] ?? '';
  const copy = new JSZip();
  for (const name of Object.keys(workbook.files)) {
    const contents = (await workbook.file(name)?.async('uint8array')) ?? new Uint8Array();
    copy.file(name, name === chosen ? damaged(contents, next) : contents);
  }
  return copy.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}
