import type { Sql } from '#db/client.ts';
import { NEVER_SET, readSettings, type SettingsStamp, writeSettings } from './versioned-settings.ts';

export type RedactionSettingsRow = { terms: string[] } & SettingsStamp;

/** An organisation's own terms, with who listed them and when. */
export async function readRedactionSettings(sql: Sql, organisationId: string): Promise<RedactionSettingsRow> {
  const row = await readSettings<{ terms: string[] }>(sql, 'redaction_settings', ['terms'], organisationId);
  return row ?? { terms: [], ...NEVER_SET };
}

/** Puts others in their place; false when `version` is not the one after what is in force. */
export function writeRedactionSettings(
  sql: Sql,
  organisationId: string,
  { terms, version }: Pick<RedactionSettingsRow, 'terms' | 'version'>,
  userId: string,
): Promise<boolean> {
  return writeSettings(sql, 'redaction_settings', { terms }, { organisationId, version, userId });
}
