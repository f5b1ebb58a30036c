import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { hashIn } from '#domain/hash-text.ts';
import { FILE_SIGNATURE_FORMAT } from './file-signature.ts';
import { PROOF_FILE_FORMAT, type ProofFile, proofFileSchema } from './proof-file.ts';
import { UnreadableFile } from './read-audit-file.ts';
import { type ArchiveVerdict, verifyArchiveFile } from './verify-archive-file.ts';
import { type FileVerdict, verifyAuditFile } from './verify-audit-file.ts';
import { verifyProofFile } from './verify-proof-file.ts';
import { type SignedFileVerdict, signatureBeside, verifySignedFile } from './verify-signed-file.ts';

/**
 * `npm run verify -- FILE [--key KEY]... [--hashes LIST]`: whether an export of an audit trail, an export archive, an exported file with its
 * signature (`--signature`, or FILE.signature.json beside it) or a file of proofs is what was sealed. Needs nothing but the file. With a file of proofs, `--hashes` names a file with a hash on each line (such as
 * `sha256sum` writes), of which each is said to be locked or not. Ends with 0 when all is well, 1 when it is not, 2 when the file
 * cannot be read as one.
 */
const USAGE =
  'Say which file: npm run verify -- FILE [--signature FILE] [--key PUBLIC-KEY]... [--hashes LIST] (a key: 64 hexadecimal digits, or a file that holds them)';

process.exitCode = await run();

async function run(): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true }, hashes: { type: 'string' }, signature: { type: 'string' } },
    });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UnreadableFile(USAGE);
    const keys = (values.key ?? []).map(readKey);
    const signature = values.signature ?? signatureBeside(path);
    if (signature !== null) return say(ofFile(await verifySignedFile(path, signature, keys)));
    const kind = await kindOf(path);
    if (values.hashes !== undefined && kind !== 'proofs')
      throw new UnreadableFile('--hashes goes with a file of proofs.');
    if (kind === 'signature')
      throw new UnreadableFile('This is a signature. Say which file it belongs to: FILE --signature SIGNATURE.');
    if (kind === 'archive') return say(ofArchive(await verifyArchiveFile(path, keys)));
    if (kind === 'proofs') return say(ofProofs(readProofs(path), keys, values.hashes));
    const verdict = await verifyAuditFile(path, keys);
    return say({ lines: sentences(verdict), intact: verdict.faultCount === 0 });
  } catch (error) {
    console.error(explain(error as NodeJS.ErrnoException));
    return 2;
  }
}

type Said = { lines: string[]; intact: boolean };

function say({ lines, intact }: Said): number {
  for (const line of lines) console.log(line);
  return intact ? 0 : 1;
}

/** Told by how it begins; what is neither an archive nor proofs is taken for an audit trail. */
async function kindOf(path: string): Promise<'archive' | 'proofs' | 'signature' | 'audit'> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    if (start.startsWith('PK')) return 'archive';
    const format = /^\s*\{\s*"format"\s*:\s*"([^"]*)"/.exec(start)?.[1];
    if (format === FILE_SIGNATURE_FORMAT) return 'signature';
    return format === PROOF_FILE_FORMAT ? 'proofs' : 'audit';
  } finally {
    await file.close();
  }
}

function readProofs(path: string): ProofFile {
  const parsed = proofFileSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new UnreadableFile(`The file is no whole file of proofs: ${parsed.error.issues[0]?.path.join('/') || '/'}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile('The file of proofs is cut off, or no JSON.');
  }
}

function ofProofs(file: ProofFile, keys: readonly string[], list: string | undefined): Said {
  const { faults, trusted, whole } = verifyProofFile(file, keys);
  const { seal, proofs } = file;
  const what = `${proofs.length} of the ${seal.size} proofs of a seal`;
  if (faults.length > 0) return { lines: [`NOT INTACT: ${what}, ${faults.length} faults.`, ...faults], intact: false };
  const lines = [
    `Intact: ${whole ? `all ${seal.size} proofs of a seal` : what}, sealed at ${seal.sealedAt} by ${seal.organisation.name}.`,
    signedLine([seal.keyId], trusted),
  ];
  if (list === undefined) return { lines, intact: true };
  const answers = hashLines(file, readFileSync(list, 'utf8'));
  return { lines: [...lines, ...answers.lines], intact: answers.intact };
}

/** Each hash of a list: locked, and as what, or not in this file. */
function hashLines({ proofs }: ProofFile, text: string): Said {
  const byHash = new Map(proofs.map((proof) => [proof.hash, proof]));
  const asked = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  let intact = true;
  const lines = asked.map((line) => {
    const hash = hashIn(line);
    const proof = hash === null ? undefined : byHash.get(hash);
    intact &&= proof !== undefined;
    if (hash === null) return `NO HASH  ${line.trim()}`;
    if (!proof) return `UNKNOWN  ${hash}`;
    const version = proof.version === null ? '' : ` version ${proof.version}`;
    return `LOCKED   ${hash}  ${proof.kind} ${proof.label ?? proof.subjectId}${version}, ${proof.lockedAt}`;
  });
  return { lines, intact };
}

function ofArchive({ faults, files, statement, keyId, trusted }: ArchiveVerdict): Said {
  if (faults.length > 0)
    return { lines: [`NOT INTACT: an archive of ${files} files, ${faults.length} faults.`, ...faults], intact: false };
  const by =
    statement && `Exported by ${statement.actor.name} of ${statement.organisation.name} at ${statement.signedAt}.`;
  return {
    lines: [`Intact: an archive of ${files} files.`, ...(by ? [by] : []), signedLine(keyId ? [keyId] : [], trusted)],
    intact: true,
  };
}

function ofFile({ faults, statement, keyId, trusted }: SignedFileVerdict): Said {
  if (faults.length > 0) return { lines: [`NOT INTACT: ${faults.length} faults.`, ...faults], intact: false };
  const { actor, organisation, signedAt, file } = statement;
  const by = `Exported by ${actor.name} of ${organisation.name} at ${signedAt}, as ${file.name}.`;
  return { lines: ['Intact: the file that was signed.', by, signedLine([keyId], trusted)], intact: true };
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
  return [
    `Intact: ${what}.`,
    signedLine(keyIds, trusted),
    ...(signed ? [] : ['The file as a whole is not signed: entries may have been left out of it.']),
    ...(unsealed > 0 ? [`${unsealed} entries were not sealed yet when it was exported.`] : []),
    ...(masked ? ['What it says of people is masked.'] : []),
  ];
}

function signedLine(keyIds: readonly string[], trusted: boolean | null): string {
  if (keyIds.length === 0) return 'Nothing in it is signed.';
  const trust = trusted ? ', which you trust.' : ', which nobody vouched for here: compare it, or name it with --key.';
  return `Signed with key ${keyIds.join(', ')}${trust}`;
}
