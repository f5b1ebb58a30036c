import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { rules as original } from '#components/i18n/messages/nl/rules.ts';

export const rules: Catalogue<typeof original> = {
  title: 'Rules',
  lead: 'What definitions are checked for, and how your organisation wants that.',
  storedStay:
    'A change holds for what is saved or imported from now on. What was checked keeps its verdict until you check everything again.',
  inForce: 'Rule set with new verdicts:',
  changed: 'changed on {date} by {name}',
  count: '{count, plural, one {# rule} other {# rules}}',
  saved: 'Settings saved',
  savedText: 'Verdicts that exist stay until you check everything again.',
  unsaved: 'There are changes that have not been saved.',
  wrongLines: 'First correct the lines that are wrong.',
  save: 'Save',
  again: {
    start: 'Check everything again',
    batchName: 'Check everything again',
  },
  profile: {
    title: 'Profile',
    label: 'How strictly is it read?',
    astra: {
      name: 'ASTRA strict',
      text: 'An article or a full sentence at the start is an error, and matters of style count in the score too.',
    },
    'nl-sbb': {
      name: 'NL-SBB',
      text: 'A definition may be a full sentence and start with an article; matters of style are remarks only.',
    },
  },
  category: {
    taal: 'Language',
    juridisch: 'Legal substance',
    structuur: 'Structure',
    samenhang: 'Coherence',
  },
  kind: {
    deterministic: 'From the text',
    style: 'Style',
    metadata: 'Data',
    lookup: 'Other definitions',
  },
  severity: {
    critical: 'Critical: makes the definition invalid',
    high: 'Serious',
    medium: 'Moderate',
    low: 'Light',
  },
  weight: 'weight {weight}',
  share: 'finds something in {share} of the definitions in use',
  mode: {
    on: 'Counts',
    remark: 'A remark only',
    off: 'Off',
  },
  usual: '{mode} (as in the profile)',
  modeOf: 'How does “{name}” count?',
  always: 'Always counts',
  bad: 'Not like this',
  good: 'But like this',
  empty: '(empty)',
  review: {
    title: 'For you to judge ({count})',
    text: 'No rule can decide this. Answer these questions yourself; they do not count in the score.',
  },
  words: {
    title: 'Words of your organisation',
    spellings: 'Spellings (STR-TERM-001)',
    foreignWords: 'Foreign words (LANG-MIX-001)',
    abbreviations: 'Known abbreviations (INT-07)',
    pairPerLine: 'Per line: found = wanted',
    onePerLine: 'One per line',
    wrongLine: 'Line {line} is wrong. Write for instance: strafrecht keten = strafrechtketen',
  },
  live: {
    loading: 'Loading the rules…',
    failed: 'The rules cannot be loaded now. Your text will be checked when you save it.',
    hint: 'This is how what you type stands. Whether the term exists already or refers in a circle shows when you save it.',
    none: 'All rules were applied; there is nothing to remark.',
    marked: 'Your text, with the words at issue marked',
    findings: 'Findings on what you type',
    show: 'Show in the text',
    showOf: 'Show in the text what {code} found',
    announced: 'Score {score} of 100, {count, plural, =0 {no findings} one {# finding} other {# findings}}',
  },
};
