import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { people as original } from '#components/i18n/messages/nl/people.ts';

export const people: Catalogue<typeof original> = {
  title: 'People',
  lead: 'Who there is, and up to which classification each sees definitions and batches.',
  loading: 'Loading',
  name: 'Name',
  organisation: 'Organisation',
  role: 'Role',
  clearance: 'May see up to',
  change: 'Change',
  changeOf: 'Change what {name} may see',
  you: 'That is you',
  dialogTitle: 'What {name} may see',
  dialogText:
    'Holds at once. What is classified higher does not exist for this person: in no list, no count, no batch and no file.',
  help: {
    openbaar: 'Only what is public.',
    intern: 'What is public or internal.',
    vertrouwelijk: 'Everything.',
  },
  reason: 'Reason',
  reasonMissing: 'Write why you do this.',
  save: 'Change',
  changed: '{name} may now see up to: {clearance}',
};
