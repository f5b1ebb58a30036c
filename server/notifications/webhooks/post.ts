import { lookup } from 'node:dns/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { DeliveryProblem } from '#domain/deliveries.ts';

/** So much of an answer is read; a receiver that says more is cut short. */
const READ_BYTES = 16 * 1024;
/** And so much of it is kept. */
const KEPT_BYTES = 1024;
const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

export type PostRules = {
  mayReceive: (address: string) => boolean;
  /** Null: any. */
  ports: readonly number[] | null;
  timeoutMs: number;
};

export type Posted = {
  /** Null: no answer. */
  status: number | null;
  /** The first kilobyte of the answer. */
  answer: string | null;
  /** Null: a 2xx answer. */
  problem: DeliveryProblem | null;
  /** What the receiver asks for, in milliseconds. */
  retryAfterMs: number | null;
};

/**
 * Posts to an address that somebody outside chose. The name is looked up once; if any address of it is not allowed nothing is sent,
 * and the connection goes to the very address that was looked at, so that a name that changes meanwhile gains nothing. Redirects
 * are not followed. Never throws.
 */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  rules: PostRules,
): Promise<Posted> {
  const signal = AbortSignal.timeout(rules.timeoutMs);
  try {
    const target = await targetOf(new URL(url), rules, signal);
    return await send(target, headers, body, signal);
  } catch (error) {
    const problem = error instanceof Refusal ? error.problem : problemOf(error, signal);
    return { status: null, answer: null, problem, retryAfterMs: null };
  }
}

class Refusal extends Error {
  readonly problem: DeliveryProblem;

  constructor(problem: DeliveryProblem) {
    super(problem);
    this.problem = problem;
  }
}

type Target = { url: URL; host: string; address: string; port: number };

async function targetOf(url: URL, { mayReceive, ports }: PostRules, signal: AbortSignal): Promise<Target> {
  const standard = PORTS[url.protocol];
  if (standard === undefined) throw new Refusal('address_not_allowed');
  const port = url.port === '' ? standard : Number(url.port);
  if (ports && !ports.includes(port)) throw new Refusal('port_not_allowed');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolve(host, signal);
  const [address] = addresses;
  if (address === undefined) throw new Refusal('unresolved');
  if (!addresses.every(mayReceive)) throw new Refusal('address_not_allowed');
  return { url, host, address, port };
}

async function resolve(host: string, signal: AbortSignal): Promise<string[]> {
  const looked = lookup(host, { all: true, verbatim: true });
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    return (await Promise.race([looked, late])).map(({ address }) => address);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Refusal('unresolved');
  }
}

async function send(
  { url, host, address, port }: Target,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<Posted> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const outgoing = request({
    method: 'POST',
    host: address,
    port,
    path: `${url.pathname}${url.search}`,
    // The certificate is that of the name, though the connection goes to the address.
    ...(isIP(host) ? {} : { servername: host }),
    headers: { ...headers, Host: url.host, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' },
    agent: false,
    signal,
  });
  const answer = await answerOf(outgoing, body);
  const status = answer.statusCode ?? 0;
  const text = await firstOf(answer);
  return { status, answer: text, problem: judge(status), retryAfterMs: retryAfterOf(answer.headers['retry-after']) };
}

function answerOf(outgoing: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    // Stays on: an error after the answer has begun belongs to whoever reads that.
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The beginning of an answer. One that ends before it is whole throws: whether it was meant is not known. */
async function firstOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= READ_BYTES) break;
  }
  answer.destroy();
  // A database keeps no zeros in a text.
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8').replaceAll('\0', '\ufffd');
}

function judge(status: number): DeliveryProblem | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : 'refused';
}

function retryAfterOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

function problemOf(error: unknown, signal: AbortSignal): DeliveryProblem {
  if (signal.aborted) return 'timeout';
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return 'tls_failed';
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || /aborted|hang up/.test(message))
    return 'cut_off';
  return code.startsWith('HPE_') ? 'cut_off' : 'connection_failed';
}
