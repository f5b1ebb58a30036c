import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { provenance as original } from '#components/i18n/messages/nl/provenance.ts';

export const provenance: Catalogue<typeof original> = {
  note: {
    signer: {
      none: 'Not signed',
      own: 'Signed by this installation',
      partner: 'Signed by {name}',
      unknown: 'Signed with a key your organisation does not know',
      expired: 'Signed by {name}, with a key that is past its validity',
      revoked: 'Signed with a revoked key of {name}',
      forged: 'The signature does not hold',
    },
    exported: 'Exported by {by} of {organisation} on {when}, by what the signature says.',
    from: 'from {by}, {organisation}',
    ended: { revoked: 'Revoked on {when}.', expired: 'Valid until {when}.' },
    key: 'Key {id}.',
    same: 'All files are as they were signed.',
    notCompared: 'Whether its files are still as they were signed shows in the check.',
    changed:
      '{count, plural, =0 {Something was changed after it was signed.} one {# file was changed after it was signed.} other {# files were changed after it was signed.}}',
    wordsOnly: 'Not as it was signed: {files}. The list of files is.',
    listChanged:
      'Not as it was signed: {files}. The list of files is another one too, so that not all that was changed can be told.',
    change: { changed: 'changed', removed: 'missing', added: 'added' },
    more: '{count, plural, one {And # more file.} other {And # more files.}}',
    case: {
      unsigned: 'Not signed',
      foreign: 'Unknown or expired key',
      changed: 'Changed after it was signed',
      broken: 'Forged or revoked',
    },
    policy: {
      accept: '{case}: your organisation accepts this.',
      warn: '{case}: your organisation warns of this.',
      refuse: '{case}: your organisation refuses this.',
    },
  },
};
