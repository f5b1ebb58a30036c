import type { Catalogue } from '#components/i18n/catalogue.ts';
import type { shell as original } from '#components/i18n/messages/nl/shell.ts';

export const shell: Catalogue<typeof original> = {
  navigation: 'Main navigation',
  overview: 'Overview',
  definitions: 'Definitions',
  import: 'Import',
  batches: 'Batches',
  planning: 'Planning',
  rules: 'Rules',
  audit: 'Audit',
  monitoring: 'Monitoring',
  collapse: 'Collapse navigation',
  expand: 'Expand navigation',
  breadcrumb: 'Breadcrumb',
  language: 'Language',
  languageNl: 'Nederlands',
  languageEn: 'English',
  theme: 'Appearance',
  themeSystem: 'Same as your system',
  themeLight: 'Light',
  themeDark: 'Dark',
  account: 'Your account',
  signOut: 'Sign out',
  signOutFailed: 'Signing out failed. Try again.',
  demo: 'Demo',
  demoText: 'Sample data, on this computer only',
};
