import type { FindingText } from './finding.ts';

/** What the readers of YAML, Markdown and TBX can say about a file, or about one entry of it. */
export const FORMAT_FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  yaml_broken: {
    message: {
      nl: 'Deze YAML is niet te lezen: het gaat mis op regel {line}, teken {column}.',
      en: 'This YAML cannot be read: it goes wrong at line {line}, character {column}.',
    },
    advice: {
      nl: 'Controleer op die plaats het inspringen en zet tekst met een dubbele punt tussen aanhalingstekens.',
      en: 'Check the indentation at that place and put text with a colon between quotation marks.',
    },
  },
  yaml_alias: {
    message: {
      nl: 'Op regel {line} verwijst YAML naar een ander stuk van het bestand (*naam). Dat wordt niet gelezen.',
      en: 'At line {line} the YAML points to another part of the file (*name). That is not read.',
    },
    advice: {
      nl: 'Zet de waarde zelf op die plaats.',
      en: 'Put the value itself in that place.',
    },
  },
  yaml_tag: {
    message: {
      nl: 'Op regel {line} staat een eigen gegevenstype (!naam). Dat wordt niet gelezen.',
      en: 'Line {line} has a data type of its own (!name). That is not read.',
    },
    advice: { nl: 'Haal het type weg; gewone tekst is genoeg.', en: 'Remove the type; plain text is enough.' },
  },
  yaml_too_deep: {
    message: {
      nl: 'Vanaf regel {line} zijn de gegevens te diep in elkaar gezet.',
      en: 'From line {line} on the data is nested too deeply.',
    },
    advice: {
      nl: 'Laat gegevens weg die niet bij de definitie horen.',
      en: 'Leave out what does not belong to the definition.',
    },
  },
  yaml_too_long: {
    message: {
      nl: 'De definitie die op regel {line} begint is te lang om te lezen.',
      en: 'The definition that begins at line {line} is too long to be read.',
    },
    advice: {
      nl: 'Verdeel het bestand in losse definities, gescheiden door een regel met drie streepjes (---).',
      en: 'Divide the file into separate definitions, parted by a line with three hyphens (---).',
    },
  },
  links_read: {
    message: {
      nl: 'Verwijzingen in de tekst zijn gelezen als relaties; in de tekst zelf staan alleen nog de woorden.',
      en: 'Links in the text were read as relations; the text itself only has the words.',
    },
    advice: { nl: 'U hoeft niets te doen.', en: 'There is nothing to do.' },
  },
  links_nowhere: {
    message: {
      nl: 'In de tekst staan verwijzingen die nergens heen wijzen: {value}.',
      en: 'The text has links that point nowhere: {value}.',
    },
    advice: {
      nl: 'Zijn dit begrippen, leg dan een relatie; anders hoeft u niets te doen.',
      en: 'If these are concepts, add a relation; otherwise there is nothing to do.',
    },
  },
};
