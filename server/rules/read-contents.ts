import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkRecord } from '#domain/check-record.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { readDirectory, readEntries } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import { detectFormat } from '#server/formats/formats.ts';

const ZIP = 'PK';
const WORKBOOK = '[Content_Types].xml';

/** The definitions of a file that an import would take in; of an archive, those of every file in it. @throws when it cannot be read */
export async function readContents(path: string): Promise<DefinitionContent[]> {
  const file = await open(path);
  try {
    const bytes = await file.readFile();
    const name = basename(path);
    if (bytes.toString('latin1', 0, 2) !== ZIP || bytes.includes(WORKBOOK)) return await contentsOf(bytes, name);
    const directory = await readDirectory(file);
    if (directory.refusals.length > 0) throw new ArchiveRefused(directory.refusals);
    const contents: DefinitionContent[] = [];
    for await (const entry of readEntries(file, directory))
      contents.push(...(await contentsOf(entry.bytes, entry.name)));
    return contents;
  } finally {
    await file.close();
  }
}

async function contentsOf(bytes: Buffer, name: string): Promise<DefinitionContent[]> {
  const contents: DefinitionContent[] = [];
  for await (const raw of detectFormat(bytes, name)?.read(bytes, name) ?? []) {
    const { content } = checkRecord(raw);
    if (content) contents.push(content);
  }
  return contents;
}

/** Each definition once: real exports overlap. */
export function distinctContents(contents: readonly DefinitionContent[]): DefinitionContent[] {
  return [...new Map(contents.map((content) => [`${content.term}\n${content.definition}`, content])).values()];
}
