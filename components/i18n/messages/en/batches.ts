import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { batches as original } from '#components/i18n/messages/nl/batches.ts';

export const batches: Catalogue<typeof original> = {
  title: 'Batches',
  lead: 'What is running, what waits for you and what is done.',
  tray: 'Running batches',
};
