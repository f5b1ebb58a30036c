import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { type GeneratedFile, generateFiles } from '#db/seed/generate-files.ts';
import { wordOf } from './unique-tag.ts';

export type TaggedOptions = {
  /** From `uniqueTag`; it ends every term, so that a test can find its own definitions and only those. */
  tag: string;
  count: number;
  /** Which share of the files cannot be imported. */
  invalidPercent?: number;
};

type Content = { term?: string; classification?: string; relations?: { target: string }[] } & Record<string, unknown>;

/** Generated definition files of one test, with terms that no other test has, and none that a demo user may not see. */
export function taggedFiles({ tag, count, invalidPercent = 0 }: TaggedOptions): GeneratedFile[] {
  const named = (term: string) => `${term} ${tag}`;
  return [...generateFiles({ count, invalidPercent, seed: seedOf(tag) })].map((file) =>
    changed(file, (content) => ({
      ...content,
      ...(content.term === undefined ? {} : { term: named(content.term) }),
      ...(content.classification === 'vertrouwelijk' ? { classification: 'intern' } : {}),
      relations: (content.relations ?? []).map((relation) => ({ ...relation, target: named(relation.target) })),
    })),
  );
}

/** The file with its content changed; one that is no JSON stays as it is. */
export function changed(file: GeneratedFile, change: (content: Content) => object): GeneratedFile {
  try {
    return { name: file.name, text: `${JSON.stringify(change(JSON.parse(file.text) as Content), null, 2)}\n` };
  } catch {
    return file;
  }
}

export function contentOf(file: GeneratedFile): Content & { term: string; definition: string } {
  return JSON.parse(file.text) as Content & { term: string; definition: string };
}

/** The files as a ZIP; equal files give equal bytes. Stored as they are: to deflate thousands of small ones takes seconds. */
export function zipOf(files: readonly GeneratedFile[]): Promise<Buffer> {
  const zip = new JSZip();
  for (const { name, text } of files)
    zip.file(name, text, { date: new Date(Date.UTC(2024, 0, 1)), createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

/** The files as they would lie on somebody's disk. */
export function writeFolder(folder: string, files: readonly GeneratedFile[]): string {
  for (const { name, text } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

/** Every file of an archive by its path. */
export async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async('nodebuffer')] as const)));
}

/** The same word gives the same definitions, whatever makes the tag unique. */
function seedOf(tag: string): number {
  return [...wordOf(tag)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}
