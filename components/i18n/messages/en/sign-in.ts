import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { signIn as original } from '#components/i18n/messages/nl/sign-in.ts';

export const signIn: Catalogue<typeof original> = {
  title: 'Sign in',
  lead: 'Import, check and export definitions in batches.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  emailMissing: 'Enter your e-mail address.',
  emailWrong: 'This does not look like an e-mail address. Check it for typing errors.',
  passwordMissing: 'Enter your password.',
  failedTitle: 'Signing in failed',
  wrong: 'The e-mail address or the password is not right. Check both and try again.',
  locked:
    'After too many failed attempts this account is locked for a while. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  lockedNoTime: 'There were too many attempts. Wait a few minutes, then try again.',
  failed: 'The server gave an unexpected answer. Try again shortly.',
  expiredTitle: 'Your session has ended',
  expired: 'Sign in again; you will continue where you were.',
  signedOut: 'You are signed out.',
  demoTitle: 'Demo: choose a role',
  demoText: 'This is a demo with sample data. One click signs you in.',
  signInAs: 'Sign in as',
  may: {
    viewer: 'Reads definitions and batches.',
    editor: 'Reads, and edits single drafts.',
    lead: 'Starts, confirms and stops batches of the own organisation.',
    auditor: 'Reads everything, the audit trail too; changes nothing.',
    admin: 'May do what a team lead may, and sees all organisations and the audit trail.',
  },
};
