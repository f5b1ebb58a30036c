import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { definitions as original } from '#components/i18n/messages/nl/definitions.ts';

export const definitions: Catalogue<typeof original> = {
  title: 'Definitions',
  lead: 'Search, filter and choose what to export.',
};
