import { z } from 'zod';
import { canonicalJson, parseExactly } from './canonical-json.ts';
import { isSigned, keyIdOf, type SealingKey } from './keys.ts';

/** SHA-256 and public keys, as they are written. */
export const hexDigits = z.string().regex(/^[0-9a-f]{64}$/);

/** What every statement of this kind says: with which key, when, by what, for whom. */
export const SAID_ALWAYS = {
  publicKey: hexDigits,
  signedAt: z.iso.datetime(),
  application: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  actor: z.object({ id: z.string(), name: z.string() }),
  jobId: z.string(),
};
const saidAlways = z.object(SAID_ALWAYS);
export type SaidAlways = z.infer<typeof saidAlways>;

/** A kind of signed statement; `prefix` stands before what is signed, so that none passes for one of another kind. */
export type StatementKind<T extends SaidAlways> = { format: string; prefix: string; schema: z.ZodType<T> };

/** A signature file that was read; `holds` false: it was not signed by the key it names. */
export type ReadStatement<T extends SaidAlways> = {
  statement: T;
  keyId: string;
  publicKey: Buffer;
  holds: boolean;
};

const envelope = z.object({
  keyId: z.string(),
  statement: saidAlways.loose(),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/** Answers the contents of a signature file. */
export function signStatement<T extends SaidAlways>(
  { format, prefix }: StatementKind<T>,
  key: SealingKey,
  said: Omit<T, 'publicKey'>,
): Buffer {
  const statement = { publicKey: key.publicKey.toString('hex'), ...said };
  const signature = key.sign(messageOf(prefix, statement)).toString('hex');
  return Buffer.from(`${JSON.stringify({ format, keyId: key.id, statement, signature }, null, 2)}\n`);
}

/** Null: it is no file of this kind. */
export function readStatement<T extends SaidAlways>(
  { format, prefix, schema }: StatementKind<T>,
  bytes: Uint8Array,
): ReadStatement<T> | null {
  const file = envelope.extend({ format: z.literal(format) }).safeParse(parsed(bytes));
  const statement = file.success ? schema.safeParse(file.data.statement) : null;
  if (!file.success || !statement?.success) return null;
  const publicKey = Buffer.from(file.data.statement.publicKey, 'hex');
  // The number of the key is for people; what counts is the key.
  const keyId = keyIdOf(publicKey);
  const signature = Buffer.from(file.data.signature, 'hex');
  const isSound = isSigned(publicKey, messageOf(prefix, file.data.statement), signature);
  return { statement: statement.data, keyId, publicKey, holds: file.data.keyId === keyId && isSound };
}

/** What the signature is over; fields we do not know count too, whoever added them. */
function messageOf(prefix: string, statement: object): string {
  return `${prefix}${canonicalJson(parseExactly(JSON.stringify(statement)))}`;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
