import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UnreadableFile } from './read-audit-file.ts';
import { type FileVerdict, verifyAuditFile } from './verify-audit-file.ts';

/**
 * `npm run verify -- FILE [--key KEY]...`: whether an export of an audit trail is what was sealed. Needs nothing but the file. Ends
 * with 0 when it is, 1 when it is not, 2 when the file cannot be read as one.
 */
const USAGE =
  'Say which file: npm run verify -- FILE [--key PUBLIC-KEY]... (a key: 64 hexadecimal digits, or a file that holds them)';

process.exitCode = await run();

async function run(): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true } },
    });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UnreadableFile(USAGE);
    const verdict = await verifyAuditFile(path, (values.key ?? []).map(readKey));
    for (const line of sentences(verdict)) console.log(line);
    return verdict.faultCount === 0 ? 0 : 1;
  } catch (error) {
    console.error(explain(error as NodeJS.ErrnoException));
    return 2;
  }
}

function readKey(given: string): string {
  const text = isKey(given) ? given : readFileSync(given, 'utf8').trim();
  if (!isKey(text)) throw new UnreadableFile('A public key is 64 hexadecimal digits, or a file that holds them.');
  return text.toLowerCase();
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text);
}

function explain(error: NodeJS.ErrnoException): string {
  if (error instanceof UnreadableFile) return error.message;
  if (error.code === 'ENOENT') return `There is no file ${error.path}.`;
  if (error.code?.startsWith('ERR_PARSE_ARGS')) return `${error.message}\n${USAGE}`;
  return `The file cannot be read: ${error.message}`;
}

function sentences(verdict: FileVerdict): string[] {
  const { faults, faultCount, entries, blocks, unsealed, keyIds, trusted, signed, masked } = verdict;
  const what = `${entries} entries in ${blocks} blocks`;
  if (faultCount > 0) {
    const more = faultCount > faults.length ? [`... and ${faultCount - faults.length} more.`] : [];
    return [`NOT INTACT: ${what}, ${faultCount} faults.`, ...faults, ...more];
  }
  const by = keyIds.length === 0 ? 'Nothing in it is signed.' : `Signed with key ${keyIds.join(', ')}`;
  const trust =
    keyIds.length === 0
      ? ''
      : trusted
        ? ', which you trust.'
        : ', which nobody vouched for here: compare it, or name it with --key.';
  return [
    `Intact: ${what}.`,
    by + trust,
    ...(signed ? [] : ['The file as a whole is not signed: entries may have been left out of it.']),
    ...(unsealed > 0 ? [`${unsealed} entries were not sealed yet when it was exported.`] : []),
    ...(masked ? ['What it says of people is masked.'] : []),
  ];
}
