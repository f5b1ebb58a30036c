import { createTransport } from 'nodemailer';
import type { DeliveryProblem } from '#domain/deliveries.ts';
import type { Config } from '#server/config.ts';
import type { Letter } from './letter.ts';

type Smtp = NonNullable<Config['smtp']>;

export type Mailed = {
  /** Of SMTP; null: there was no answer. */
  status: number | null;
  answer: string | null;
  /** Null: the mail server took it. */
  problem: DeliveryProblem | null;
};

export type Mailer = {
  /** Hands a letter in. Never throws. */
  send(letter: Letter): Promise<Mailed>;
  close(): void;
};

const KEPT = 1024;

/** The way to a mail server. Over smtp:// the connection becomes an encrypted one before anything is said, unless that is turned off. */
export function openMailer({ url, from, tls }: Smtp, timeoutSeconds: number): Mailer {
  const ms = timeoutSeconds * 1000;
  const transport = createTransport({
    url,
    requireTLS: tls === 'required' && url.startsWith('smtp:'),
    ignoreTLS: tls === 'off',
    connectionTimeout: ms,
    greetingTimeout: ms,
    socketTimeout: ms,
    dnsTimeout: ms,
    // Our letters hold text only: nothing is read from files or fetched from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, ...letter }) {
      try {
        const { response } = await transport.sendMail({ from, to, ...letter });
        return { status: statusOf(response), answer: response.slice(0, KEPT), problem: null };
      } catch (error) {
        const { responseCode = null, response = null } = error as { responseCode?: number; response?: string };
        return { status: responseCode, answer: response?.slice(0, KEPT) ?? null, problem: problemOf(error) };
      }
    },
    close: () => transport.close(),
  };
}

function statusOf(response: string): number | null {
  const code = Number(response.slice(0, 3));
  return Number.isInteger(code) && code > 0 ? code : null;
}

function problemOf(error: unknown): DeliveryProblem {
  const {
    code = '',
    responseCode = 0,
    command = '',
  } = error as {
    code?: string;
    responseCode?: number;
    command?: string;
  };
  if (responseCode >= 500 && command === 'RCPT TO') return 'recipient_refused';
  if (responseCode >= 500 || code === 'EAUTH') return 'sender_refused';
  if (responseCode >= 400) return 'refused';
  if (code === 'ETLS') return 'tls_failed';
  if (code === 'ETIMEDOUT') return 'timeout';
  return code === 'EDNS' ? 'unresolved' : 'connection_failed';
}
