import type { Sql } from '#db/client.ts';
import { type ApprovalRules, DEFAULT_APPROVAL_RULES } from '#domain/approval-rules.ts';
import { NEVER_SET, readSettings, type SettingsStamp, writeSettings } from './versioned-settings.ts';

export type ApprovalSettingsRow = { rules: ApprovalRules } & SettingsStamp;

/** What an organisation has wait for somebody else, with who said so and when. */
export async function readApprovalSettings(sql: Sql, organisationId: string): Promise<ApprovalSettingsRow> {
  const row = await readSettings<{ rules: ApprovalRules }>(sql, 'approval_settings', ['rules'], organisationId);
  return { ...(row ?? NEVER_SET), rules: { ...DEFAULT_APPROVAL_RULES, ...row?.rules } };
}

/** Puts others in their place; false when `version` is not the one after what is in force. */
export function writeApprovalSettings(
  sql: Sql,
  organisationId: string,
  { rules, version }: Pick<ApprovalSettingsRow, 'rules' | 'version'>,
  userId: string,
): Promise<boolean> {
  const change = { organisationId, version, userId };
  return writeSettings(sql, 'approval_settings', { rules: JSON.stringify(rules) }, change);
}
