import type { ManifestFormat } from '#contract/manifest.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import { reportFormat } from '#domain/fidelity.ts';
import { pathOf, type WrittenFormat } from './format-files.ts';

/** What the manifest says of each format: its files, and what they do not carry or carry in a way one has to know. */
export function manifestFormats(formats: readonly ExportFormat[], written: readonly WrittenFormat[]): ManifestFormat[] {
  return formats.map((name) => {
    const files = written.find(({ format }) => format === name)?.files ?? [];
    const { notCarried, conventions } = reportFormat(name);
    return {
      name,
      files: files.map((file) => ({
        path: pathOf(name, file),
        mediaType: file.mediaType,
        bytes: file.bytes,
        sha256: file.sha256,
        definitions: file.definitions,
      })),
      notCarried,
      conventions: Object.fromEntries(conventions.map(({ field, text }) => [field, text])),
    };
  });
}
