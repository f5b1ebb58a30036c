/** Problems that arise in the browser; those of the server come with their own words. */
export const problems = {
  offlineTitle: 'Geen verbinding',
  offline: 'De server is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.',
  unexpectedTitle: 'Onverwacht antwoord',
  unexpected: 'De server gaf een onverwacht antwoord (code {status}). Probeer het opnieuw.',
} as const;
