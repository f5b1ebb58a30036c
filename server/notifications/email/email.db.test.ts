import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import type { Actor } from '#domain/access.ts';
import { changeNotificationSettings, readNotificationSettings } from '#server/notifications/notification-settings.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { type Mail, type MailServer, startMailServer } from '#server/testing/mail-server.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

/** E-mail against a real mail server, from a job that waits for a yes to a letter in somebody's language. */
let mailServer: MailServer;
let product: Product;
const FROM = 'Lexport <lexport@organisatie.example>';

beforeAll(async () => {
  mailServer = await startMailServer();
  const env = { SMTP_URL: mailServer.url, SMTP_FROM: FROM, SMTP_TLS: 'off', SMTP_TIMEOUT_SECONDS: '2' };
  product = await startProduct({ env: { ...env, PUBLIC_URL: 'https://lexport.example' } });
});
afterAll(async () => {
  await product.close();
  await mailServer.close();
});
beforeEach(() => mailServer.refuses(null));

/** An import whose plan waits for this person; answers its batch. */
async function planFor(person: Actor, name: string): Promise<string> {
  const drive = driveJobs(product, person);
  const jobId = await drive.import(await drive.upload(filesOf(definitionsOf(name, 2))), { confirm: true });
  await product.until(jobId, 'awaiting_confirmation');
  return (await drive.job(jobId)).batchId;
}

async function addressOf({ id }: Actor): Promise<string> {
  const { rows } = await product.services.pool.query<{ email: string }>('SELECT email FROM users WHERE id = $1', [id]);
  return rows[0]?.email ?? '';
}

async function mailTo(person: Actor): Promise<Mail> {
  const address = await addressOf(person);
  return eventually(() => {
    const mail = mailServer.mails.find(({ to }) => to.includes(address));
    if (!mail) throw new Error('No mail yet');
    return mail;
  });
}

/** Quoted-printable and encoded words, as a mail program reads them. */
function readable(raw: string): string {
  const bytes = (text: string) =>
    Buffer.from(
      text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
  return bytes(
    raw
      .replace(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_, text: string) => text.replaceAll('_', ' '))
      .replace(/=\r\n/g, '')
      .replace(/\r\n /g, ' '),
  );
}

type Sent = { status: string; attempts: number; problem: string | null; response: number | null };

async function deliveriesTo({ id }: Actor): Promise<Sent[]> {
  const { rows } = await product.services.pool.query<Sent>(
    `SELECT d.status, d.attempts, a.problem, a.response_status AS response FROM deliveries d
     LEFT JOIN delivery_attempts a ON a.delivery_id = d.id AND a.number = d.attempts
     WHERE d.user_id = $1 ORDER BY d.created_at`,
    [id],
  );
  return rows;
}
const settled = (person: Actor, wanted: Partial<Sent>[]) =>
  eventually(async () => expect(await deliveriesTo(person)).toMatchObject(wanted));

describe('an e-mail', () => {
  it('says in Dutch what happened, with the way back, and nothing of a definition', async () => {
    const person = await product.person('lead', 'Post NL');
    const batchId = await planFor(person, 'post');
    const mail = await mailTo(person);
    const text = readable(mail.raw);
    expect(mail.from).toBe('lexport@organisatie.example');
    expect(text).toMatch(/^Subject: \[Lexport\] Wacht op akkoord: /m);
    expect(text).toContain('Er is nog niets gewijzigd');
    expect(text).toContain(`https://lexport.example/batches/${batchId}`);
    expect(text).toContain('https://lexport.example/notifications/settings');
    expect(text).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(text).toMatch(/^Message-ID: <[0-9a-f-]+@lexport\.example>/m);
    expect(text).toContain('<html lang="nl">');
    expect(text).not.toContain('post 0000');
    await settled(person, [{ status: 'delivered', attempts: 1, problem: null, response: 250 }]);
  });

  it('comes in the language the person chose', async () => {
    const person = await product.person('lead', 'Post EN');
    const settings = { locale: 'en', choices: {}, tryAddressAgain: false } as const;
    await changeNotificationSettings(product.services, person, settings);
    await planFor(person, 'letter');
    const text = readable((await mailTo(person)).raw);
    expect(text).toMatch(/^Subject: \[Lexport\] Waiting for approval: /m);
    expect(text).toContain('Nothing has been changed yet');
    expect(text).toContain('<html lang="en">');
  });

  it('does not come to who does not want it', async () => {
    const person = await product.person('lead', 'Geen post');
    const choices = { 'job.awaiting_confirmation': { inbox: true, email: false } };
    await changeNotificationSettings(product.services, person, { locale: 'nl', choices, tryAddressAgain: false });
    const other = await product.person('lead', 'Wel post');
    await planFor(person, 'stil');
    await planFor(other, 'luid');
    await mailTo(other);
    expect(await deliveriesTo(person)).toEqual([]);
  });

  it('cannot be made to say more by the name of a batch', async () => {
    const person = await product.person('lead', 'Inbrekers');
    const drive = driveJobs(product, person);
    const evil = 'a\r\nBcc: iedereen@example.org\r\n\r\n<script>alert(1)</script>';
    const uploadId = await drive.upload({ 'kapot.json': '{' });
    const jobId = await drive.start({
      operation: 'import',
      name: evil,
      uploadId,
      options: { chunkSize: 20, parallelism: 1, onError: 'all_or_nothing', conflict: 'skip', confirm: false },
    });
    await product.until(jobId, 'failed');
    const mail = await mailTo(person);
    expect(mail.to).toEqual([await addressOf(person)]);
    expect(mail.raw).not.toMatch(/^Bcc:/im);
    expect(readable(mail.raw)).toContain('&lt;script&gt;');
  });
});

describe('a mail server that', () => {
  it('does not know the address gets nothing more for it, and the person is told', async () => {
    const person = await product.person('lead', 'Onbekend');
    const address = await addressOf(person);
    mailServer.refuses({ address: /^lead-/, code: 550, text: 'No such user here' });
    await planFor(person, 'weg');
    await settled(person, [{ status: 'failed', attempts: 1, problem: 'recipient_refused', response: 550 }]);
    const { email } = await readNotificationSettings(product.services, person);
    expect(email).toMatchObject({
      address,
      available: true,
      refused: { answer: expect.stringContaining('No such user') },
    });
    mailServer.refuses(null);
    await planFor(person, 'weer');
    await eventually(async () => {
      const { rows } = await product.services.pool.query('SELECT FROM events WHERE told_at IS NULL');
      expect(rows).toEqual([]);
    });
    expect(await deliveriesTo(person)).toHaveLength(1);
    await changeNotificationSettings(product.services, person, { locale: 'nl', choices: {}, tryAddressAgain: true });
    expect((await readNotificationSettings(product.services, person)).email.refused).toBeNull();
    await planFor(person, 'toch');
    await mailTo(person);
  });

  it('is busy is asked again later, with the same message id', async () => {
    const person = await product.person('lead', 'Druk');
    mailServer.refuses({ address: /^lead-/, code: 451, text: 'Greylisted' });
    await planFor(person, 'druk');
    await settled(person, [{ status: 'pending', attempts: 1, problem: 'refused', response: 451 }]);
    mailServer.refuses(null);
    await product.services.pool.query(
      `WITH due AS (UPDATE deliveries SET next_at = now() WHERE user_id = $1) SELECT pg_notify('lexport_outbox', 'woken')`,
      [person.id],
    );
    await mailTo(person);
    await settled(person, [{ status: 'delivered', attempts: 2 }]);
    expect((await readNotificationSettings(product.services, person)).email.refused).toBeNull();
  });
});

describe('the way to the mail server', () => {
  const send = async (env: Record<string, string>): Promise<Sent[]> => {
    const other = await startProduct({ env: { SMTP_FROM: FROM, SMTP_TIMEOUT_SECONDS: '1', ...env } });
    const before = product;
    product = other;
    try {
      const person = await other.person('lead');
      await planFor(person, 'weg');
      await eventually(async () => {
        const [one] = await deliveriesTo(person);
        expect(one?.status === 'delivered' || one?.problem).toBeTruthy();
      });
      const sent = await deliveriesTo(person);
      expect(other.log.join()).not.toContain('geheim');
      return sent;
    } finally {
      product = before;
      await other.close();
    }
  };

  it('is encrypted before anything is said, unless that is turned off', async () => {
    const [sent] = await send({ SMTP_URL: mailServer.url });
    expect(sent).toMatchObject({ status: 'pending', problem: expect.stringMatching(/tls_failed|refused|sender/) });
  });

  it('goes by name and password, which are in no log when they are wrong', async () => {
    const guarded = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'lexport' && password === 'geheim'
          ? done(null, { user: username })
          : done(Object.assign(new Error('Wrong'), { responseCode: 535 })),
    });
    const url = (password: string) => `smtp://lexport:${password}@127.0.0.1:${guarded.port}`;
    const [wrong] = await send({ SMTP_URL: url('geheimer'), SMTP_TLS: 'off' });
    expect(wrong).toMatchObject({ status: 'pending', problem: 'sender_refused' });
    const [right] = await send({ SMTP_URL: url('geheim'), SMTP_TLS: 'off' });
    expect(right).toMatchObject({ status: 'delivered' });
    await guarded.close();
  });

  it('that leads nowhere is tried again', async () => {
    const [sent] = await send({ SMTP_URL: 'smtp://127.0.0.1:9', SMTP_TLS: 'off' });
    expect(sent).toMatchObject({ status: 'pending', problem: 'connection_failed' });
  });
});

describe('without a mail server', () => {
  it('says that e-mail is off, and leaves no letters waiting', async () => {
    const other = await startProduct();
    try {
      const person = await other.person('lead');
      const { email } = await readNotificationSettings(other.services, person);
      expect(email.available).toBe(false);
      const drive = driveJobs(other, person);
      const jobId = await drive.import(await drive.upload({ 'kapot.json': '{' }), { onError: 'all_or_nothing' });
      await other.until(jobId, 'failed');
      await eventually(async () => {
        const { rows } = await other.services.pool.query('SELECT count(*)::int AS n FROM notifications');
        expect(rows).toEqual([{ n: 1 }]);
      });
      const { rows } = await other.services.pool.query('SELECT FROM deliveries');
      expect(rows).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
