import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { importing as original } from '#components/i18n/messages/nl/import.ts';

export const importing: Catalogue<typeof original> = {
  title: 'Import',
  lead: 'Everything is checked first; nothing is written before you approve.',
};
