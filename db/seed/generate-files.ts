import { definitionFile } from '#domain/definition-file.ts';
import { generateDefinition } from './generate-definition.ts';

/** A file of a generated archive, complete. */
export type GeneratedFile = { name: string; text: string };

export type GenerateFilesOptions = {
  count: number;
  seed?: number;
  /** Which share of the files cannot be imported, 0 to 100; they are spread evenly over the archive. */
  invalidPercent?: number;
};

/** One file per generated definition in our own JSON format, one at a time; equal options give equal bytes. */
export function* generateFiles({
  count,
  seed = 1,
  invalidPercent = 0,
}: GenerateFilesOptions): Generator<GeneratedFile> {
  let invalid = 0;
  for (let index = 0; index < count; index += 1) {
    const definition = generateDefinition(index, seed);
    const file = definitionFile(definition);
    const name = `definitions/${slugOf(definition.term)}-${String(index).padStart(7, '0')}.json`;
    if (invalid < invalidFiles(index + 1, invalidPercent)) {
      const spoil = SPOILERS[invalid % SPOILERS.length] ?? asText;
      yield { name, text: spoil(file) };
      invalid += 1;
    } else {
      yield { name, text: asText(file) };
    }
  }
}

/** How many of the first `count` files are invalid at this share. */
export function invalidFiles(count: number, invalidPercent: number): number {
  return Math.floor((count * invalidPercent) / 100);
}

/** The three faults of the invalid files, in rotation: no term, a category that does not exist, text that is no JSON. */
const SPOILERS: readonly ((file: object) => string)[] = [
  (file) => asText({ ...file, term: undefined }),
  (file) => asText({ ...file, category: 'onbestaand' }),
  (file) => asText(file).slice(0, -20),
];

function asText(file: object): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function slugOf(term: string): string {
  return term
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/-$/, '')
    .toLowerCase();
}
