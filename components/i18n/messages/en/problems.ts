import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { problems as original } from '#components/i18n/messages/nl/problems.ts';

/** Problems that arise in the browser; those of the server come with their own words. */
export const problems: Catalogue<typeof original> = {
  offlineTitle: 'No connection',
  offline: 'The server cannot be reached. Check your connection and try again.',
  unexpectedTitle: 'Unexpected answer',
  unexpected: 'The server gave an unexpected answer (code {status}). Try again.',
};
