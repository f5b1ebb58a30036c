import type { Locale } from '#domain/locale.ts';
import { account as enAccount } from './messages/en/account.ts';
import { approvals as enApprovals } from './messages/en/approvals.ts';
import { audit as enAudit } from './messages/en/audit.ts';
import { batches as enBatches } from './messages/en/batches.ts';
import { bulk as enBulk } from './messages/en/bulk.ts';
import { common as enCommon } from './messages/en/common.ts';
import { corrections as enCorrections } from './messages/en/corrections.ts';
import { definitions as enDefinitions } from './messages/en/definitions.ts';
import { history as enHistory } from './messages/en/history.ts';
import { importing as enImporting } from './messages/en/import.ts';
import { monitoring as enMonitoring } from './messages/en/monitoring.ts';
import { notifications as enNotifications } from './messages/en/notifications.ts';
import { overview as enOverview } from './messages/en/overview.ts';
import { people as enPeople } from './messages/en/people.ts';
import { planning as enPlanning } from './messages/en/planning.ts';
import { problems as enProblems } from './messages/en/problems.ts';
import { provenance as enProvenance } from './messages/en/provenance.ts';
import { quality as enQuality } from './messages/en/quality.ts';
import { query as enQuery } from './messages/en/query.ts';
import { redaction as enRedaction } from './messages/en/redaction.ts';
import { retention as enRetention } from './messages/en/retention.ts';
import { rules as enRules } from './messages/en/rules.ts';
import { shell as enShell } from './messages/en/shell.ts';
import { signIn as enSignIn } from './messages/en/sign-in.ts';
import { statuses as enStatuses } from './messages/en/statuses.ts';
import { verification as enVerification } from './messages/en/verification.ts';
import { webhooks as enWebhooks } from './messages/en/webhooks.ts';
import { account as nlAccount } from './messages/nl/account.ts';
import { approvals as nlApprovals } from './messages/nl/approvals.ts';
import { audit as nlAudit } from './messages/nl/audit.ts';
import { batches as nlBatches } from './messages/nl/batches.ts';
import { bulk as nlBulk } from './messages/nl/bulk.ts';
import { common as nlCommon } from './messages/nl/common.ts';
import { corrections as nlCorrections } from './messages/nl/corrections.ts';
import { definitions as nlDefinitions } from './messages/nl/definitions.ts';
import { history as nlHistory } from './messages/nl/history.ts';
import { importing as nlImporting } from './messages/nl/import.ts';
import { monitoring as nlMonitoring } from './messages/nl/monitoring.ts';
import { notifications as nlNotifications } from './messages/nl/notifications.ts';
import { overview as nlOverview } from './messages/nl/overview.ts';
import { people as nlPeople } from './messages/nl/people.ts';
import { planning as nlPlanning } from './messages/nl/planning.ts';
import { problems as nlProblems } from './messages/nl/problems.ts';
import { provenance as nlProvenance } from './messages/nl/provenance.ts';
import { quality as nlQuality } from './messages/nl/quality.ts';
import { query as nlQuery } from './messages/nl/query.ts';
import { redaction as nlRedaction } from './messages/nl/redaction.ts';
import { retention as nlRetention } from './messages/nl/retention.ts';
import { rules as nlRules } from './messages/nl/rules.ts';
import { shell as nlShell } from './messages/nl/shell.ts';
import { signIn as nlSignIn } from './messages/nl/sign-in.ts';
import { statuses as nlStatuses } from './messages/nl/statuses.ts';
import { verification as nlVerification } from './messages/nl/verification.ts';
import { webhooks as nlWebhooks } from './messages/nl/webhooks.ts';

const nl = {
  approvals: nlApprovals,
  account: nlAccount,
  audit: nlAudit,
  batches: nlBatches,
  bulk: nlBulk,
  common: nlCommon,
  corrections: nlCorrections,
  definitions: nlDefinitions,
  history: nlHistory,
  import: nlImporting,
  monitoring: nlMonitoring,
  notifications: nlNotifications,
  overview: nlOverview,
  people: nlPeople,
  planning: nlPlanning,
  problems: nlProblems,
  provenance: nlProvenance,
  quality: nlQuality,
  query: nlQuery,
  redaction: nlRedaction,
  retention: nlRetention,
  rules: nlRules,
  shell: nlShell,
  signIn: nlSignIn,
  statuses: nlStatuses,
  verification: nlVerification,
  webhooks: nlWebhooks,
};

/** Every text of the product, one namespace per area; the Dutch originals say which keys and placeholders exist. */
export type Messages = typeof nl;

const en = {
  approvals: enApprovals,
  account: enAccount,
  audit: enAudit,
  batches: enBatches,
  bulk: enBulk,
  common: enCommon,
  corrections: enCorrections,
  definitions: enDefinitions,
  history: enHistory,
  import: enImporting,
  monitoring: enMonitoring,
  notifications: enNotifications,
  overview: enOverview,
  people: enPeople,
  planning: enPlanning,
  problems: enProblems,
  provenance: enProvenance,
  quality: enQuality,
  query: enQuery,
  redaction: enRedaction,
  retention: enRetention,
  rules: enRules,
  shell: enShell,
  signIn: enSignIn,
  statuses: enStatuses,
  verification: enVerification,
  webhooks: enWebhooks,
};

/** The texts in one language. */
export function messagesOf(locale: Locale): Messages {
  // Each English file is checked against its Dutch original by its own type; only the literal texts differ.
  return locale === 'nl' ? nl : (en as unknown as Messages);
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
