import type { LegalIdentifier } from './legal-identifiers.ts';

/** The General Data Protection Regulation is cited like a law, but is found with the Union's publications. */
const AVG = '32016R0679';

/** Where an identifier can be looked up on the web; null for what is not public, or not known well enough. */
export function legalLink(identifier: LegalIdentifier): string | null {
  switch (identifier.kind) {
    case 'bwb': {
      const { id, date, place } = identifier;
      return `https://wetten.overheid.nl/${id}${date ? `/${date}` : ''}${place ? `#${place}` : ''}`;
    }
    case 'jci': {
      const { version, scope, id, parts } = identifier;
      const rest = parts.map(([name, value]) => `&${name}=${placeOf(value)}`);
      return `https://wetten.overheid.nl/jci${version}:${scope}:${id}${rest.join('')}`;
    }
    case 'ecli':
      return ecliLink(identifier);
    case 'cvdr':
      return `https://lokaleregelgeving.overheid.nl/${identifier.id}${identifier.version ? `/${identifier.version}` : ''}`;
    case 'celex':
      return celexLink(identifier.value);
    case 'eli':
      return identifier.value.replace(/^http:/, 'https:');
    case 'citation':
      return citationLink(identifier);
    default:
      // Numbers of cases lead to people, and nowhere that everybody may look.
      return null;
  }
}

/** A value of a JCI as it stands in an address: `3:46` stays readable, and spaces are underscores. */
function placeOf(value: string): string {
  return encodeURIComponent(value.replaceAll(' ', '_')).replaceAll('%3A', ':');
}

function ecliLink({ value, country }: Extract<LegalIdentifier, { kind: 'ecli' }>): string {
  if (country === 'NL') return `https://uitspraken.rechtspraak.nl/details?id=${value}`;
  if (country === 'EU') return `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:${value}`;
  return `https://e-justice.europa.eu/ecli/${value}`;
}

function celexLink(celex: string): string {
  return `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:${celex}`;
}

function citationLink({
  article,
  paragraph,
  part,
  law,
  id,
}: Extract<LegalIdentifier, { kind: 'citation' }>): string | null {
  if (law === 'AVG') return celexLink(AVG);
  if (id === null) return null;
  const place = [`artikel=${article}`, paragraph && `lid=${paragraph}`, part && `o=${part}`].filter(Boolean);
  return `https://wetten.overheid.nl/jci1.3:c:${id}&${place.join('&')}`;
}
