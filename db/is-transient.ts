/** SQLSTATEs after which the same statement may well succeed: conflicts between transactions, and a server that went away. */
const TRANSIENT_STATES = new Set([
  '40001',
  '40P01',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '25P03',
  '25P04',
]);
const TRANSIENT_ERRNOS = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);
/** What the driver says, without a code, when a connection ends under it. */
const TRANSIENT_MESSAGES = /connection (terminated|ended|error)|timeout exceeded when trying to connect|not queryable/i;

/** A statement that took too long, a transaction that was silent for too long, and one that took too long as a whole. */
const TIMEOUT_STATES = new Set(['57014', '25P03', '25P04']);

/** Whether the database gave up on work that took too long: passing, unless it happens each time. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && TIMEOUT_STATES.has(String(error.code));
}

/** SQLSTATEs of work that stood in another's way, or took too long for that: the connection lives, and the rest can be tried. */
const CONTENTION_STATES = new Set(['40001', '40P01', '55P03', '57014']);

/** The SQLSTATE of an error that others at work caused, null for every other error. */
export function contentionOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CONTENTION_STATES.has(code) ? code : null;
}

/** Whether an error is the database's or the network's passing fault, not the data's. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (TRANSIENT_STATES.has(code) || TRANSIENT_ERRNOS.has(code) || code.startsWith('08')) return true;
  return code === '' && TRANSIENT_MESSAGES.test(error.message);
}
