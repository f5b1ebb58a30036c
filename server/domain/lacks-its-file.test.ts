import { expect, it } from 'vitest';
import { lacksItsFile } from './lacks-its-file.ts';

it.each([
  ['an export that failed before it had a file', 'export', 'failed', [], true],
  ['a look-up that failed before it had its answers', 'query', 'failed', [], true],
  ['an export that failed with no more than a list of what went wrong', 'export', 'failed', ['error_file'], true],
  ['an export that failed after its file was made', 'export', 'failed', ['archive'], false],
  ['an export that was completed, whose file has expired since', 'export', 'completed', [], false],
  ['an export that was stopped', 'export', 'cancelled', [], false],
  ['an import, which makes no file', 'import', 'failed', [], false],
] as const)('says of %s whether all of it is to be done again', (_, operation, status, kinds, expected) => {
  expect(lacksItsFile({ operation, status, artifacts: kinds.map((kind) => ({ kind })) })).toBe(expected);
});
