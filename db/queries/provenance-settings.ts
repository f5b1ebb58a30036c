import type { Sql } from '#db/client.ts';
import { DEFAULT_POLICY, type ProvenancePolicy } from '#domain/provenance.ts';
import { NEVER_SET, readSettings, type SettingsStamp, writeSettings } from './versioned-settings.ts';

export type ProvenanceSettingsRow = ProvenancePolicy & SettingsStamp;

const COLUMNS = ['unsigned', 'foreign', 'changed', 'broken'] as const;

/** Puts another choice in its place; false when `version` is not the one after what is in force. */
export function writeProvenanceSettings(
  sql: Sql,
  organisationId: string,
  { unsigned, foreign, changed, broken, version }: ProvenancePolicy & { version: number },
  userId: string,
): Promise<boolean> {
  const values = { unsigned, foreign, changed, broken };
  return writeSettings(sql, 'provenance_settings', values, { organisationId, version, userId });
}

/** What an organisation does with archives it has no reason to trust. */
export async function readProvenanceSettings(sql: Sql, organisationId: string): Promise<ProvenanceSettingsRow> {
  const row = await readSettings<ProvenancePolicy>(sql, 'provenance_settings', COLUMNS, organisationId);
  return row ?? { ...DEFAULT_POLICY, ...NEVER_SET };
}
