const TABLE_RECORD = 16;
const ENCODING_RECORD = 8;
const GROUP = 12;
/** Groups of characters that follow each other, of all of Unicode. */
const SEGMENTED_COVERAGE = 12;

type Group = { first: number; last: number };

/** Which characters (code points) a TrueType font can draw, from its own table of them. @throws when it has none for all of Unicode */
export function fontCharacters(font: Buffer): (character: number) => boolean {
  const groups = groupsOf(font);
  return (character) => {
    let low = 0;
    let high = groups.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((groups[middle] as Group).last < character) low = middle + 1;
      else high = middle;
    }
    return (groups[low]?.first ?? Number.POSITIVE_INFINITY) <= character;
  };
}

function groupsOf(font: Buffer): Group[] {
  const cmap = tableOf(font, 'cmap');
  for (let number = 0; number < font.readUInt16BE(cmap + 2); number++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + number * ENCODING_RECORD + 4);
    if (font.readUInt16BE(at) !== SEGMENTED_COVERAGE) continue;
    return Array.from({ length: font.readUInt32BE(at + 12) }, (_, group) => {
      const start = at + 16 + group * GROUP;
      return { first: font.readUInt32BE(start), last: font.readUInt32BE(start + 4) };
    });
  }
  throw new Error('A font without a table of all of Unicode.');
}

function tableOf(font: Buffer, tag: string): number {
  for (let number = 0; number < font.readUInt16BE(4); number++) {
    const record = 12 + number * TABLE_RECORD;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`A font without a table ${tag}.`);
}
