import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { approvals as original } from '#components/i18n/messages/nl/approvals.ts';

export const approvals: Catalogue<typeof original> = {
  plan: {
    title: 'Approval needed',
    text: 'Somebody else has to approve this job. They see the same definitions and the same differences, and approve or refuse.',
    refused: 'The request was refused. You can ask again, or give the job up.',
    ask: 'Ask for approval',
    askTitle: 'Ask for approval',
    askText:
      '{count, plural, one {# change goes} other {# changes go}} on only once somebody else agrees. You cannot approve your own request.',
    nothing: 'Nothing to approve',
    reason: 'Reason',
    reasonHelp: 'Whoever decides reads this, and it is in the audit trail.',
    reasonMissing: 'Write why this is needed.',
    sent: 'Approval was asked for',
    for: {
      archive: '{count, plural, one {# definition is} other {# definitions are}} archived.',
      delete: '{count, plural, one {# definition is} other {# definitions are}} deleted.',
      anonymise: 'Names of people are wiped off {count, plural, one {# definition} other {# definitions}}.',
      erase: '{count, plural, one {# definition goes} other {# definitions go}} for good.',
    },
    held: '{count, plural, one {# stays} other {# stay}} because of a legal hold.',
    unchanged: '{count, plural, one {# stays the same} other {# stay the same}}.',
    none: 'Nothing changes.',
    noUndo: 'This cannot be undone.',
  },
  undo: {
    title: 'Undoing: {name}',
    text: 'Undoing this goes on only once somebody else agrees.',
    waiting: 'Undoing waits for approval',
  },
  decide: {
    approve: 'Approve',
    approved: 'Approved; the job goes on',
    undone: 'Approved; the job is taken back',
  },
  settings: {
    title: 'What needs approval',
    lead: 'Large or far-reaching jobs wait for somebody else than who started them. This goes for all of your organisation.',
    link: 'What needs approval',
    back: 'To the approvals',
    always: 'Always',
    alwaysText: 'Redacting, wiping names and deleting for good always wait for somebody else: they cannot be undone.',
    kind: {
      import: 'Importing',
      update: 'Changing and archiving',
      delete: 'Deleting',
      undo: 'Undoing',
    },
    limited: 'Wait when there are many definitions',
    moreThan: 'With more definitions than',
    moreThanWrong: 'Enter a whole number from 0 to {most}.',
    established: 'Wait as soon as there is an established definition among them, too',
    save: 'Save',
    saved: 'Saved; what waits already goes on waiting',
    changed: 'Changed on {date} by {name}',
    defaults: 'This is still as it was at the start.',
    readOnly: 'Only an administrator can change this.',
    conflict: 'Somebody else has changed this in the meantime. Reload to see what holds now.',
    reload: 'Reload',
  },
};
