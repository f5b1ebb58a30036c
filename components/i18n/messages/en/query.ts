import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { query as original } from '#components/i18n/messages/nl/query.ts';

export const query: Catalogue<typeof original> = {
  title: 'Look up terms',
  lead: 'Look up thousands of terms at once among the definitions of your organisation; the answers come as a file.',
  open: 'Look up terms',
  terms: 'Terms',
  input: 'One term per line',
  inputHelp: 'Type or paste them here, at most {max}. Capitals and outer spaces make no difference.',
  noTerms: 'Enter at least one term.',
  count: '{count, plural, one {# term} other {# terms}}',
  duplicates: '{count, plural, one {# duplicate, not counted} other {# duplicates, not counted}}',
  tooLong:
    '{count, plural, one {# line is too long for a term and is left out} other {# lines are too long for a term and are left out}}',
  tooMany: 'These are too many for one time. Take some away until there are at most {max}, or split them.',
  file: {
    choose: 'Choose file',
    kinds: 'Text (.txt, one per line) or CSV (the first column). You can also drop it here.',
    read: 'Read from {name}. Check the list above.',
    tooLarge: '“{name}” is too large for a list of terms. Choose a smaller file.',
    unreadable: '“{name}” could not be read. Check whether you may open it and choose it again.',
    binary: '“{name}” is no text file. Save the list as .txt or .csv and choose that file.',
  },
  list: { pasted: 'Pasted list', first: 'The list begins like this:', remove: 'Remove list' },
  options: 'How to look up',
  synonyms: 'Also look among preferred terms and synonyms',
  synonymsHelp: 'A definition is then found under another name too.',
  fuzzy: 'Suggest what resembles it',
  fuzzyHelp: 'For what is not found, such as by a slip of the pen. Takes longer.',
  formats: 'Answers in',
  format: {
    csv: { label: 'CSV', help: 'Opens in Excel; one line for each definition found.' },
    json: { label: 'JSON', help: 'For other programs.' },
  },
  noFormat: 'Choose at least one kind of file.',
  start: 'Look up',
  startCount: '{count, plural, one {Look up # term} other {Look up # terms}}',
  nothingChanges: 'Looking up changes nothing in the definitions.',
};
