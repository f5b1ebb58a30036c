export const definitions = {
  title: 'Definities',
  lead: 'Zoek, filter en kies wat u wilt exporteren.',
} as const;
