import { describe, expect, it } from 'vitest';
import { environmentOf, loadConfig, loadStartConfig } from './config.ts';
import { ConfigError } from './config-error.ts';

const OWN = {
  DATABASE_URL: 'postgres://lexport:secret@db.example:5432/lexport',
  AUTH_SECRET: 'x'.repeat(32),
};

describe('the configuration', () => {
  it('is the demo on this machine only when nothing is set', () => {
    const config = loadStartConfig({});
    expect(config).toMatchObject({
      demo: true,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
    });
    expect(config.limits).toMatchObject({
      maxUploadBytes: 209_715_200,
      maxEntries: 100_000,
      sessionIdleMinutes: 30,
    });
    expect(Object.isFrozen(config) && Object.isFrozen(config.limits)).toBe(true);
  });

  it('listens on every address with a database of your own', () => {
    expect(loadConfig(OWN)).toMatchObject({
      demo: false,
      host: '0.0.0.0',
      databaseUrl: OWN.DATABASE_URL,
    });
  });

  it('asks administrators for a second factor, but not in the demo, and whom it is told to', () => {
    expect(loadConfig(OWN).secondFactorFor).toEqual(['admin']);
    expect(loadStartConfig({}).secondFactorFor).toEqual([]);
    expect(loadStartConfig({ SECOND_FACTOR_FOR: 'admin, auditor' }).secondFactorFor).toEqual(['admin', 'auditor']);
    expect(loadConfig({ ...OWN, SECOND_FACTOR_FOR: 'none' }).secondFactorFor).toEqual([]);
  });

  it('knows a provider when there is one', () => {
    const provider = { OIDC_ISSUER: 'https://id.example/', OIDC_CLIENT_ID: 'lexport', OIDC_CLIENT_SECRET: 'x' };
    expect(loadConfig(OWN).oidc).toBeNull();
    expect(loadConfig({ ...OWN, ...provider }).oidc).toMatchObject({ issuer: 'https://id.example', roles: new Map() });
    const mapped = { OIDC_ROLES: 'beheer=admin, lees=viewer', OIDC_ORGANISATIONS: 'om=Openbaar Ministerie' };
    const { roles, organisations } = loadConfig({ ...OWN, ...provider, ...mapped }).oidc ?? {};
    expect([roles?.get('lees'), organisations?.get('om')]).toEqual(['viewer', 'Openbaar Ministerie']);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadStartConfig({ PORT: '', DATABASE_URL: ' ', PUBLIC_URL: '' })).toMatchObject({ demo: true, port: 3000 });
  });

  it('stays the demo in the children, which get the address of the embedded database', () => {
    const started = {
      ...loadStartConfig({ PORT: '4000' }, true),
      databaseUrl: OWN.DATABASE_URL,
      authSecret: OWN.AUTH_SECRET,
    };
    expect(loadConfig(environmentOf(started, {}))).toEqual(started);
  });

  const refused: [string, Record<string, string>, RegExp][] = [
    ['a port that is no number', { PORT: '3000x' }, /^PORT must be a whole number from 1 to 65535, not "3000x"\.$/],
    ['a port out of range', { PORT: '70000' }, /^PORT must be a whole number from 1 to 65535/],
    ['a negative limit', { MAX_ENTRIES: '-1' }, /^MAX_ENTRIES must be a whole number/],
    ['another kind of database', { DATABASE_URL: 'mysql://h/db' }, /^DATABASE_URL must look like postgres:\/\//],
    ['an address without a database', { DATABASE_URL: 'postgres://h:5432/' }, /^DATABASE_URL must look like/],
    ['a short secret', { AUTH_SECRET: 'short' }, /^AUTH_SECRET must be at least 32 characters long\.$/],
    ['a public address that is none', { PUBLIC_URL: 'lexport' }, /^PUBLIC_URL must be an address/],
    ['a role that is none', { SECOND_FACTOR_FOR: 'boss' }, /^SECOND_FACTOR_FOR\.0 must be roles with commas/],
    ['half a provider', { OIDC_ISSUER: 'https://id.example' }, /^OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is not set/],
    ['a mapping to a role that is none', { OIDC_ROLES: 'x=boss' }, /^OIDC_ROLES must give roles that exist/],
    ['a mapping that is none', { OIDC_ORGANISATIONS: 'om' }, /^OIDC_ORGANISATIONS must be pairs/],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of debug, info/],
    ['a file storage that is not there', { STORAGE_URL: 's3://bucket' }, /^STORAGE_URL is not supported: files/],
    ['a demo open to the network', { HOST: '0.0.0.0' }, /^HOST is "0\.0\.0\.0", but without a DATABASE_URL/],
    ['an own database without a secret', { DATABASE_URL: OWN.DATABASE_URL }, /^AUTH_SECRET is not set/],
  ];
  it.each(refused)('refuses %s in one sentence', (_, env, message) => {
    expect(() => loadStartConfig(env)).toThrow(ConfigError);
    expect(() => loadStartConfig(env)).toThrow(message);
  });

  it('keeps audit entries longer by kind, those about visits also shorter, and nothing that touches a definition under seven years', () => {
    const kept = (AUDIT_RETENTION: string) => loadStartConfig({ AUDIT_RETENTION }).auditRetention;
    expect(kept('session=2, definition=20')).toEqual({ session: 2, definition: 20 });
    expect(kept('')).toEqual({});
    for (const short of ['definition=6', 'job=1', 'session=0', 'session', 'session=two']) {
      expect(() => kept(short), short).toThrow(/^AUDIT_RETENTION must be kinds with years/);
    }
  });

  it('tells its children who seals the audit trail, and with which key', () => {
    const config = loadConfig({ ...OWN, AUDIT_SEALING: 'off', AUDIT_KEY_FILE: '/keys/audit.pem' });
    expect(environmentOf(config, {})).toMatchObject({ AUDIT_SEALING: 'off', AUDIT_KEY_FILE: '/keys/audit.pem' });
  });

  it('says every problem at once', () => {
    expect(() => loadStartConfig({ PORT: 'a', LOG_LEVEL: 'b' })).toThrow(/^PORT .*\nLOG_LEVEL .*/);
  });

  it('asks web and processor for a database', () => {
    expect(() => loadConfig({})).toThrow(/^DATABASE_URL is not set\./);
  });
});
