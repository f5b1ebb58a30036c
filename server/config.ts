import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ROLES, type Role } from '#domain/access.ts';
import { leastYearsOf, type Retention } from '#domain/audit-retention.ts';
import { ConfigError } from './config-error.ts';
import { type OidcConfig, oidcEnvironment, oidcOf } from './oidc-config.ts';

/**
 * The one place that reads the environment. Everything is parsed once, at boot, and what is wrong is said in sentences an
 * operator can act on. Names and meanings: the README's "Configuration".
 */

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const KB = 1024;
const MB = 1024 * KB;

/** A whole number with a default; a value that is not one is refused, never rounded or cut. */
function whole(fallback: number, min: number, max: number) {
  const message = {
    error: (issue: { input?: unknown }) => `must be a whole number from ${min} to ${max}, not "${issue.input}"`,
  };
  return z
    .string()
    .optional()
    .transform((text) => (text === undefined ? fallback : /^\d+$/.test(text) ? Number(text) : text))
    .pipe(z.number(message).int(message).min(min, message).max(max, message));
}

const limits = {
  /** One upload, in bytes: room for an export of MAX_ITEMS ordinary definitions to come back in. */
  MAX_UPLOAD_BYTES: whole(200 * MB, KB, 4096 * MB),
  /** Files in one archive; its manifest and its report do not count. */
  MAX_ENTRIES: whole(100_000, 1, 1_000_000),
  /** An archive's own list of files, in bytes. */
  MAX_CENTRAL_DIRECTORY_BYTES: whole(16 * MB, KB, 256 * MB),
  /** One file of an archive, unpacked, in bytes. */
  MAX_ENTRY_BYTES: whole(MB, KB, 64 * MB),
  /** All files of an archive together, unpacked, in bytes. */
  MAX_UNPACKED_BYTES: whole(512 * MB, KB, 16_384 * MB),
  /** Unpacked against packed size of one file, for files over 64 kB. */
  MAX_COMPRESSION_RATIO: whole(100, 2, 10_000),
  /** Folders inside folders in an archive. */
  MAX_PATH_DEPTH: whole(10, 1, 100),
  /** One part of a file name in an archive, in bytes. */
  MAX_NAME_BYTES: whole(255, 16, 1024),
  /** Unpacking one archive, in seconds of a processor's time: a busy machine takes longer, and is not the archive's fault. */
  MAX_UNPACK_SECONDS: whole(60, 1, 3600),
  /** Items of one job. */
  MAX_ITEMS: whole(100_000, 1, 1_000_000),
  /** Jobs of one organisation that are worked on at once. */
  MAX_ACTIVE_JOBS: whole(5, 1, 1000),
  /** Jobs of one organisation that wait for their turn or their time. */
  MAX_QUEUED_JOBS: whole(1_000, 1, 100_000),
  /** Items of one organisation in a second, over all its jobs and all processors; 0: no limit. */
  ORGANISATION_ITEMS_PER_SECOND: whole(0, 0, 1_000_000),
  /** Memory of one processor, in megabytes: before it is reached, chunks shrink and lanes close. */
  PROCESSOR_MEMORY_MB: whole(512, 64, 65_536),
  /** The body of an ordinary API call, in bytes. */
  MAX_REQUEST_BYTES: whole(4 * MB, KB, 64 * MB),
  /** API calls of one person, or with one API key, in a minute. */
  REQUESTS_PER_MINUTE: whole(1200, 1, 1_000_000),
  /** Progress messages of one job in a second. */
  PROGRESS_PER_SECOND: whole(4, 1, 50),
  /** A plan that nobody confirmed expires after so many days. */
  PLAN_EXPIRES_DAYS: whole(7, 1, 365),
  /** A file that a job produced is kept so many days. */
  ARTIFACT_EXPIRES_DAYS: whole(30, 1, 3650),
  /** Events, with the inbox entries and deliveries that tell of them, are kept so many days. */
  EVENT_DAYS: whole(90, 1, 3650),
  /** Webhooks of one organisation. */
  MAX_WEBHOOKS: whole(20, 1, 1000),
  /** One attempt at a webhook, from the look-up of its name to the end of the answer, in seconds. */
  WEBHOOK_TIMEOUT_SECONDS: whole(15, 1, 60),
  /** One attempt at an e-mail, in seconds of silence from the mail server. */
  SMTP_TIMEOUT_SECONDS: whole(15, 1, 60),
  /** The first answer to an Idempotency-Key is kept so many hours. */
  IDEMPOTENCY_HOURS: whole(24, 1, 720),
  /** A session ends after so many minutes without a call. */
  SESSION_IDLE_MINUTES: whole(30, 1, 1440),
  /** Failed sign-ins in a row that lock an account. */
  SIGN_IN_ATTEMPTS: whole(5, 1, 100),
  /** How long such a lock lasts, in minutes. */
  SIGN_IN_LOCK_MINUTES: whole(15, 1, 1440),
  /** API keys of one person. */
  MAX_API_KEYS: whole(20, 0, 1000),
  /** The longest an API key may be good for, in days. */
  MAX_API_KEY_DAYS: whole(365, 1, 3650),
  /** An audit entry waits at most about so many seconds before it is sealed, in a block of its own if need be. */
  AUDIT_SEAL_SECONDS: whole(10, 1, 3600),
} as const;

const LIMIT_NAMES = Object.keys(limits) as (keyof typeof limits)[];

/** Outside the demo, unless something else is said. */
const SECOND_FACTOR_FOR: readonly Role[] = ['admin'];

const SMTP_TLS = ['required', 'opportunistic', 'off'] as const;

const environment = z.object({
  PORT: whole(3000, 1, 65_535),
  HOST: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, {
      error: 'must look like postgres://user:password@host:5432/database',
    })
    .optional(),
  DATA_DIR: z.string().default('.data'),
  /** Named in the design, not built: refused rather than ignored, since files would end up elsewhere than somebody thinks. */
  STORAGE_URL: z.never({ error: 'is not supported: files are kept on disk, under DATA_DIR' }).optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address such as https://lexport.example.org',
    })
    .optional(),
  AUTH_SECRET: z.string().min(32, { error: 'must be at least 32 characters long' }).optional(),
  PROCESSORS: whole(1, 0, 64),
  /** Lets whoever has it read /metrics; without one, only this machine may. */
  METRICS_TOKEN: z.string().min(16, { error: 'must be at least 16 characters long' }).optional(),
  /** Where e-mail is handed in; without it there is none. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587 or smtps://host:465' })
    .optional(),
  /** Who e-mail comes from. */
  SMTP_FROM: z.string().regex(/@/, { error: 'must be an address such as "Lexport <lexport@example.org>"' }).optional(),
  /** Whether a connection by smtp:// must become an encrypted one; smtps:// always is one. */
  SMTP_TLS: z.enum(SMTP_TLS, { error: `must be one of ${SMTP_TLS.join(', ')}` }).default('required'),
  /** The ports webhooks may be sent to; `*`: any. */
  WEBHOOK_PORTS: z
    .string()
    .regex(/^(\*|\d{1,5}( *, *\d{1,5})*)$/, { error: 'must be ports with commas in between, or *' })
    .default('443,80'),
  /** Networks that are private and may receive webhooks all the same. */
  WEBHOOK_ALLOW_NETWORKS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .refine((networks) => networks.every(isNetwork), {
      error: 'must be networks such as 10.1.0.0/16, with commas in between',
    }),
  /** The private key that seals the audit trail (Ed25519, PEM); without one it is made in DATA_DIR. */
  AUDIT_KEY_FILE: z.string().optional(),
  /** `off`: the processors of this machine leave sealing to those of another. */
  AUDIT_SEALING: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  /** How many years audit entries are kept, by kind, where it is not seven: `session=2, definition=20`. */
  AUDIT_RETENTION: z
    .string()
    .default('')
    .transform(readRetention)
    .refine((years) => years !== null, {
      error:
        'must be kinds with years, such as "session=2, definition=20": at least 7, of session, access and audit at least 1',
    }),
  /** The roles whose people must have a second factor when they sign in by password: `admin, auditor`, or `none`. */
  SECOND_FACTOR_FOR: z
    .string()
    .transform((text) => (text.trim() === 'none' ? [] : text.split(',').map((part) => part.trim())))
    .pipe(z.array(z.enum(ROLES, { error: `must be roles with commas in between (${ROLES.join(', ')}), or none` })))
    .optional(),
  ...oidcEnvironment,
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  NODE_ENV: z.string().optional(),
  /** Internal: `npm start` gives its children the embedded database's address, and they must still know that it is the demo. */
  LEXPORT_DEMO: z.literal('1').optional(),
  ...limits,
});

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<CamelCase<Tail>>}`
  : Lowercase<Name>;

/** Every limit under the camel-case form of its environment name: `MAX_ENTRIES` is `limits.maxEntries`. */
export type Limits = Readonly<{
  [Name in keyof typeof limits as CamelCase<Name>]: number;
}>;

/** What `npm start` knows before it has a database. */
export type StartConfig = Readonly<{
  /** No database of the operator's own: loopback only, sample definitions, demo users. */
  demo: boolean;
  /** `npm run dev`: pages are made on the fly, nothing was built. */
  dev: boolean;
  host: string;
  port: number;
  /** The address people type, without a slash at the end. */
  publicUrl: string;
  databaseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  authSecret: string | undefined;
  processors: number;
  metricsToken: string | undefined;
  /** Absolute; undefined: in the data folder. */
  auditKeyFile: string | undefined;
  auditSealing: boolean;
  /** Years by kind of audit entry; seven where nothing is said. */
  auditRetention: Retention;
  logLevel: (typeof LOG_LEVELS)[number];
  secondFactorFor: readonly Role[];
  /** Null: nobody signs in elsewhere. */
  oidc: OidcConfig | null;
  /** Null: no e-mail. */
  smtp: Readonly<{ url: string; from: string; tls: (typeof SMTP_TLS)[number] }> | null;
  /** `ports` null: any. `allowedNetworks` as CIDR. */
  webhooks: Readonly<{ ports: readonly number[] | null; allowedNetworks: readonly string[] }>;
  limits: Limits;
}>;

/** What web, processor and the commands work with. */
export type Config = StartConfig & Readonly<{ databaseUrl: string; authSecret: string }>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of web, processor and the commands, which all need a database. @throws ConfigError */
export function loadConfig(env: Environment = process.env): Config {
  const config = loadStartConfig(env);
  const { databaseUrl, authSecret } = config;
  if (databaseUrl === undefined) {
    throw new ConfigError('DATABASE_URL is not set. Set it to your Postgres, or use npm start, which brings its own.');
  }
  if (authSecret === undefined) throw new ConfigError(SECRET_MISSING);
  return Object.freeze({ ...config, databaseUrl, authSecret });
}

const SECRET_MISSING =
  'AUTH_SECRET is not set. With a DATABASE_URL it is required: set it to a random text of at least 32 characters.';

/** The environment of `npm start`, which brings a database and a secret of its own when there are none. @throws ConfigError */
export function loadStartConfig(env: Environment = process.env, dev?: boolean): StartConfig {
  const values = parse(env);
  const demo = values.LEXPORT_DEMO === '1' || values.DATABASE_URL === undefined;
  const host = values.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0');
  if (demo && !LOOPBACK.includes(host)) {
    throw new ConfigError(
      `HOST is "${host}", but without a DATABASE_URL Lexport has demo users and listens on this machine only. ` +
        'Leave HOST out, or set DATABASE_URL to your own Postgres.',
    );
  }
  if (!demo && values.AUTH_SECRET === undefined) throw new ConfigError(SECRET_MISSING);
  return Object.freeze({
    demo,
    dev: dev ?? values.NODE_ENV === 'development',
    host,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://${publicHost(host)}:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL,
    dataDir: resolve(values.DATA_DIR),
    authSecret: values.AUTH_SECRET,
    processors: values.PROCESSORS,
    metricsToken: values.METRICS_TOKEN,
    auditKeyFile: values.AUDIT_KEY_FILE === undefined ? undefined : resolve(values.AUDIT_KEY_FILE),
    auditSealing: values.AUDIT_SEALING === 'on',
    auditRetention: values.AUDIT_RETENTION ?? {},
    logLevel: values.LOG_LEVEL,
    // In the demo one press signs in; everybody may still have a second factor.
    secondFactorFor: values.SECOND_FACTOR_FOR ?? (demo ? [] : SECOND_FACTOR_FOR),
    oidc: oidcOf(values),
    smtp: smtpOf(values),
    webhooks: Object.freeze({
      ports: values.WEBHOOK_PORTS === '*' ? null : values.WEBHOOK_PORTS.split(',').map(Number),
      allowedNetworks: values.WEBHOOK_ALLOW_NETWORKS,
    }),
    limits: limitsOf(values),
  });
}

/**
 * The allocator of Linux keeps what large arrays give back for the next ones, in as many places as there are threads, and the room
 * between them is never whole again: with these an import of 100 000 definitions takes 60 MB less, and lets them go at its end. Read
 * by the allocator as a program starts, so whoever starts it says them; other systems do not know them.
 */
const ALLOCATOR = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '32768', MALLOC_TRIM_THRESHOLD_: '131072' };

/** The environment `npm start` gives to web and processors: its own, and what it found or made for them. */
export function environmentOf(config: Config, env: Environment = process.env): NodeJS.ProcessEnv {
  return {
    ...ALLOCATOR,
    ...env,
    NODE_ENV: config.dev ? 'development' : 'production',
    DATABASE_URL: config.databaseUrl,
    AUTH_SECRET: config.authSecret,
    DATA_DIR: config.dataDir,
    HOST: config.host,
    PORT: String(config.port),
    PUBLIC_URL: config.publicUrl,
    AUDIT_SEALING: config.auditSealing ? 'on' : 'off',
    ...(config.auditKeyFile === undefined ? {} : { AUDIT_KEY_FILE: config.auditKeyFile }),
    ...(config.demo ? { LEXPORT_DEMO: '1' } : {}),
  };
}

/** Where the demo users' passwords are kept (mode 0600). */
export function demoUsersFile(config: Pick<StartConfig, 'dataDir'>): string {
  return join(config.dataDir, 'demo-users.json');
}

function parse(env: Environment): z.infer<typeof environment> {
  // An empty variable is what compose files and CI make of one that is not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = environment.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'));
}

function smtpOf({ SMTP_URL: url, SMTP_FROM: from, SMTP_TLS: tls }: z.infer<typeof environment>): StartConfig['smtp'] {
  if (url === undefined) return null;
  if (from === undefined)
    throw new ConfigError('SMTP_FROM is not set. With a SMTP_URL it is required: who e-mail comes from.');
  return Object.freeze({ url, from, tls });
}

function isNetwork(text: string): boolean {
  const [address = '', bits = ''] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

/** Null when it makes no sense, or keeps something too short. */
function readRetention(text: string): Retention | null {
  const parts = text.split(',').flatMap((part) => part.trim() || []);
  const pairs = parts.map((part) => /^([a-z_]+)\s*=\s*(\d{1,3})$/.exec(part));
  if (pairs.some((pair) => pair === null || Number(pair[2]) < leastYearsOf(pair[1] as string))) return null;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1], Number(pair?.[2])]));
}

function limitsOf(values: z.infer<typeof environment>): Limits {
  return Object.freeze(Object.fromEntries(LIMIT_NAMES.map((name) => [camelCase(name), values[name]]))) as Limits;
}

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function publicHost(host: string): string {
  return LOOPBACK.includes(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:') && url.pathname.length > 1;
}
