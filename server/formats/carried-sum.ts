import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical.ts';
import { checkRecord } from '#domain/check-record.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { definitionFile } from '#domain/definition-file.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import { type Fidelity, fidelityOf } from '#domain/fidelity.ts';
import { CARRIED_FIELDS } from '#domain/format-exceptions.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import type { WriteRecord } from './format.ts';

const BYTES = 32;

/** How many definitions a file holds, and one digest over everything its format carries of them, in whatever order. */
export type FileSum = { definitions: number; digest: string };

/**
 * Adds up what a file has to hold, or what was found in it: the two are equal when nothing that the format carries was lost.
 * Equal texts are equal after the cleaning that every import does; two signs of Unicode that mean nothing have no place in XML.
 */
export class CarriedSum {
  readonly #fidelity: Fidelity;
  readonly #digest = Buffer.alloc(BYTES);
  #definitions = 0;

  constructor(format: ExportFormat) {
    this.#fidelity = fidelityOf(format);
  }

  addWritten({ content, meta }: WriteRecord): void {
    const fields = definitionFile(content);
    const read = checkRecord({ fields, location: {}, findings: [] });
    this.#add(read.content, meta?.id ?? null, meta?.version ?? null);
  }

  addRead(raw: RawRecord): void {
    this.#add(checkRecord(raw).content, raw.id, raw.version);
  }

  end(): FileSum {
    return { definitions: this.#definitions, digest: this.#digest.toString('hex') };
  }

  #add(content: DefinitionContent | null, id: string | null, version: number | null): void {
    const all: Record<string, unknown> = { ...content, id, version };
    const carried = CARRIED_FIELDS.filter((field) => this.#fidelity[field] !== 'not_carried');
    const text = canonicalJson(carried.map((field) => all[field] ?? null)).replace(/[\ufffe\uffff]/g, '\ufffd');
    const hash = createHash('sha256').update(text).digest();
    for (let at = 0; at < BYTES; at++) this.#digest[at] = (this.#digest[at] ?? 0) ^ (hash[at] ?? 0);
    this.#definitions += 1;
  }
}
