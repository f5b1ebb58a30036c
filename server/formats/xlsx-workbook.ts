import { posix } from 'node:path';
import type { ArchiveLimits } from '#domain/archive-limits.ts';
import type { ArchiveDirectory } from '#server/archive/archive-directory.ts';
import type { ArchiveEntry } from '#server/archive/archive-entry.ts';
import { readDirectory } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import { streamEntry } from '#server/archive/stream-entry.ts';
import { formatCode } from './xlsx-number.ts';
import { decodeCellText } from './xlsx-text.ts';
import { attributeOf, type XmlListener, XmlRefused, xmlReader } from './xlsx-xml.ts';

/** The part by which an archive is known to be a workbook. */
export const WORKBOOK_PART = 'xl/workbook.xml';

const MB = 1024 * 1024;
/** XML packs well: a sheet of empty styled cells to less than a hundredth. */
const LIMITS: ArchiveLimits = {
  uploadBytes: 200 * MB,
  entries: 2_000,
  directoryBytes: 1 * MB,
  entryBytes: 512 * MB,
  exportFileBytes: 512 * MB,
  indexBytes: 1 * MB,
  totalBytes: 640 * MB,
  ratio: 1_000,
  ratioFromBytes: 1 * MB,
  depth: 10,
  segmentBytes: 255,
  cpuTimeMs: 60_000,
};
/** Texts that cells share are held in memory: so many characters of them. */
const MAX_SHARED_LENGTH = 64 * MB;
const MAX_SHARED = 2_000_000;

export type WorkbookSheet = { name: string; entry: ArchiveEntry };

/** What the sheets of a workbook have in common. */
export type Workbook = {
  bytes: Buffer;
  directory: ArchiveDirectory;
  /** Those that a person sees, in their order. */
  sheets: WorkbookSheet[];
  strings: string[];
  /** The code of the number format of each cell style. */
  formats: string[];
  from1904: boolean;
};

/** @throws ArchiveRefused, XmlRefused */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const directory = await readDirectory(bytes, LIMITS);
  if (directory.refusals.length > 0) throw new ArchiveRefused(directory.refusals);
  const parts = new Map([...directory.entries].map((entry) => [entry.name.toLowerCase(), entry]));
  const read = async (name: string, listener: XmlListener) => {
    const entry = parts.get(name.toLowerCase());
    if (entry) await readXml(bytes, directory, entry, listener);
    return entry !== undefined;
  };
  const main = (await mainPart(read)) ?? WORKBOOK_PART;
  const found: { name: string; id: string }[] = [];
  let from1904 = false;
  const isThere = await read(main, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      found.push({ name: attributes.name ?? '', id: attributeOf(attributes, 'id') ?? '' });
    },
  });
  if (!isThere) throw new XmlRefused('No workbook in it');
  const targets = await relationsOf(read, main);
  const target = (type: string) => [...targets.values()].find((one) => one.type === type)?.target ?? '';
  return {
    bytes,
    directory,
    sheets: found.flatMap(({ name, id }) => {
      const entry = parts.get((targets.get(id)?.target ?? '').toLowerCase());
      return entry && targets.get(id)?.type === 'worksheet' ? { name, entry } : [];
    }),
    strings: await readStrings(read, target('sharedStrings')),
    formats: await readFormats(read, target('styles')),
    from1904,
  };
}

type Read = (name: string, listener: XmlListener) => Promise<boolean>;

/** Tells a listener what a part of the workbook says. @throws ArchiveRefused, XmlRefused */
export async function readXml(
  bytes: Buffer,
  directory: ArchiveDirectory,
  entry: ArchiveEntry,
  listener: XmlListener,
): Promise<void> {
  const xml = xmlReader(listener);
  for await (const piece of streamEntry(bytes, directory, entry)) xml.write(piece);
  xml.end();
}

/** Where the workbook itself is: programs may put it elsewhere than Excel does. */
async function mainPart(read: Read): Promise<string | null> {
  for (const { type, target } of (await relationsOf(read, '')).values()) if (type === 'officeDocument') return target;
  return null;
}

async function relationsOf(read: Read, part: string): Promise<Map<string, { type: string; target: string }>> {
  const relations = new Map<string, { type: string; target: string }>();
  const folder = posix.dirname(part);
  await read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External' || !Id || !Type || !Target) return;
      const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: posix.basename(Type), target: path });
    },
  });
  return relations;
}

/** The texts that cells refer to by number: runs joined, readings of characters left out. */
async function readStrings(read: Read, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let length = 0;
  let isText = false;
  let isReading = false;
  await read(part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isReading = true;
      else if (name === 't') isText = !isReading;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'si') {
        length += text.length;
        if (strings.length >= MAX_SHARED || length > MAX_SHARED_LENGTH) throw new XmlRefused('Too many shared texts');
        strings.push(decodeCellText(text));
      }
    },
  });
  return strings;
}

async function readFormats(read: Read, part: string): Promise<string[]> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let isCellStyle = false;
  await read(part, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) ids.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return ids.map((id) => formatCode(id, own));
}
