import { definitionFile } from '#domain/definition-file.ts';
import type { WriteRecord, Writer } from './format.ts';
import { inPieces } from './in-pieces.ts';
import { toYaml } from './to-yaml.ts';

/** Our own format as YAML, one document for each definition. */
export const yamlWriter: Writer = {
  name: 'yaml',
  extension: 'yaml',
  mediaType: 'application/yaml',
  write: (records) => inPieces(documents(records)),
};

async function* documents(records: AsyncIterable<WriteRecord> | Iterable<WriteRecord>): AsyncGenerator<string> {
  let separator = '';
  for await (const { content, meta } of records) {
    yield separator + toYaml(definitionFile(content, meta ?? undefined));
    separator = '---\n';
  }
}
