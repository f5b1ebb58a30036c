import type { FindingText } from './finding.ts';

const PICK_ONE = {
  nl: 'Bedoelt u “{suggestion}”? Mogelijk zijn: {allowed}.',
  en: 'Do you mean “{suggestion}”? Possible are: {allowed}.',
};
const NOTHING_TO_DO = {
  nl: 'U hoeft niets te doen als dit klopt.',
  en: 'There is nothing to do if this is right.',
};

/** What the check of one record can say about its fields. */
export const RECORD_FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  term_missing: {
    message: { nl: 'Het begrip ontbreekt.', en: 'The term is missing.' },
    advice: { nl: 'Vul het begrip in.', en: 'Fill in the term.' },
  },
  definition_missing: {
    message: { nl: 'De definitie ontbreekt.', en: 'The definition is missing.' },
    advice: { nl: 'Vul de definitie in.', en: 'Fill in the definition.' },
  },
  category_missing: {
    message: {
      nl: 'Er is geen categorie ingevuld; een nieuwe definitie krijgt OTH (overig).',
      en: 'No category is given; a new definition gets OTH (other).',
    },
    advice: {
      nl: 'Kies een categorie, bijvoorbeeld type, proces, resultaat of exemplaar.',
      en: 'Choose a category, for instance type, proces, resultaat or exemplaar.',
    },
  },
  category_unknown: {
    message: { nl: 'De categorie “{value}” bestaat niet.', en: 'There is no category “{value}”.' },
    advice: PICK_ONE,
  },
  category_mapped: {
    message: {
      nl: 'De categorie “{value}” is gelezen als “{mapped}”.',
      en: 'The category “{value}” was read as “{mapped}”.',
    },
    advice: NOTHING_TO_DO,
  },
  status_unknown: {
    message: { nl: 'De status “{value}” bestaat niet.', en: 'There is no status “{value}”.' },
    advice: PICK_ONE,
  },
  status_mapped: {
    message: {
      nl: 'De status “{value}” is gelezen als “{mapped}”.',
      en: 'The status “{value}” was read as “{mapped}”.',
    },
    advice: NOTHING_TO_DO,
  },
  ufo_unknown: {
    message: { nl: 'De UFO-categorie “{value}” bestaat niet.', en: 'There is no UFO category “{value}”.' },
    advice: PICK_ONE,
  },
  ufo_mapped: {
    message: {
      nl: 'De UFO-categorie “{value}” is gelezen als “{mapped}”.',
      en: 'The UFO category “{value}” was read as “{mapped}”.',
    },
    advice: NOTHING_TO_DO,
  },
  classification_unknown: {
    message: { nl: 'De rubricering “{value}” bestaat niet.', en: 'There is no classification “{value}”.' },
    advice: PICK_ONE,
  },
  classification_mapped: {
    message: {
      nl: 'De rubricering “{value}” is gelezen als “{mapped}”.',
      en: 'The classification “{value}” was read as “{mapped}”.',
    },
    advice: NOTHING_TO_DO,
  },
  language_invalid: {
    message: { nl: '“{value}” is geen taalcode.', en: '“{value}” is not a language code.' },
    advice: { nl: 'Gebruik een code zoals “nl” of “en”.', en: 'Use a code such as “nl” or “en”.' },
  },
  language_mapped: {
    message: {
      nl: 'De taal “{value}” is gelezen als “{mapped}”.',
      en: 'The language “{value}” was read as “{mapped}”.',
    },
    advice: NOTHING_TO_DO,
  },
  type_wrong: {
    message: {
      nl: 'In het veld {field} hoort {expected} te staan.',
      en: 'The field {field} should hold {expected}.',
    },
    advice: { nl: 'Pas de waarde aan ({value}).', en: 'Change the value ({value}).' },
  },
  list_expected: {
    message: {
      nl: 'Het veld {field} is een lijst; de ene waarde die er staat is als lijst van één gelezen.',
      en: 'The field {field} is a list; the single value given was read as a list of one.',
    },
    advice: { nl: 'Zet waarden tussen rechte haken: ["…"].', en: 'Put values between square brackets: ["…"].' },
  },
  list_too_long: {
    message: {
      nl: 'Het veld {field} heeft {length} waarden; toegestaan zijn er {limit}.',
      en: 'The field {field} has {length} values; {limit} are allowed.',
    },
    advice: { nl: 'Verwijder waarden die niet nodig zijn.', en: 'Remove values that are not needed.' },
  },
  too_long: {
    message: {
      nl: 'De tekst in het veld {field} is te lang: {length} tekens, toegestaan zijn er {limit}.',
      en: 'The text in the field {field} is too long: {length} characters, {limit} are allowed.',
    },
    advice: {
      nl: 'Kort de tekst in of breng een deel onder in een ander veld.',
      en: 'Shorten the text or move a part to another field.',
    },
  },
  characters_removed: {
    message: {
      nl: 'In het veld {field} stonden onzichtbare stuurtekens; die zijn weggelaten.',
      en: 'The field {field} held invisible control characters; they were left out.',
    },
    advice: {
      nl: 'Controleer of de tekst nog klopt; vaak is hij uit een ander programma geplakt.',
      en: 'Check that the text is still right; often it was pasted from another program.',
    },
  },
  date_invalid: {
    message: { nl: '“{value}” is geen datum.', en: '“{value}” is not a date.' },
    advice: { nl: 'Schrijf datums als 2026-01-31.', en: 'Write dates as 2026-01-31.' },
  },
  date_converted: {
    message: { nl: 'De datum “{value}” is gelezen als {date}.', en: 'The date “{value}” was read as {date}.' },
    advice: NOTHING_TO_DO,
  },
  validity_reversed: {
    message: {
      nl: 'De geldigheid eindigt ({value}) voordat zij begint ({from}).',
      en: 'The validity ends ({value}) before it begins ({from}).',
    },
    advice: { nl: 'Verbeter een van beide datums.', en: 'Correct one of the two dates.' },
  },
  example_kind_unknown: {
    message: { nl: 'De voorbeeldsoort “{value}” bestaat niet.', en: 'There is no kind of example “{value}”.' },
    advice: {
      nl: 'Mogelijk zijn: sentence (voorbeeldzin), practical (praktijkvoorbeeld) en counter (tegenvoorbeeld).',
      en: 'Possible are: sentence, practical and counter.',
    },
  },
  case_reference_invalid: {
    message: {
      nl: 'Een zaakverwijzing heeft geen soort of geen waarde.',
      en: 'A case reference has no kind or no value.',
    },
    advice: {
      nl: 'Geef beide op, bijvoorbeeld {"kind": "ecli", "value": "ECLI:NL:HR:2024:1"}.',
      en: 'Give both, for instance {"kind": "ecli", "value": "ECLI:NL:HR:2024:1"}.',
    },
  },
  case_reference_kind_unknown: {
    message: {
      nl: 'De soort zaakverwijzing “{value}” bestaat niet.',
      en: 'There is no kind of case reference “{value}”.',
    },
    advice: PICK_ONE,
  },
  ecli_malformed: {
    message: { nl: '“{value}” heeft niet de vorm van een ECLI.', en: '“{value}” does not have the form of an ECLI.' },
    advice: {
      nl: 'Een ECLI heeft vijf delen, bijvoorbeeld ECLI:NL:HR:2024:1.',
      en: 'An ECLI has five parts, for instance ECLI:NL:HR:2024:1.',
    },
  },
  source_invalid: {
    message: {
      nl: 'Een bron heeft geen titel, adres of vindplaats.',
      en: 'A source has no title, address or citation.',
    },
    advice: { nl: 'Geef de bron ten minste een titel.', en: 'Give the source at least a title.' },
  },
  relation_invalid: {
    message: { nl: 'Een relatie heeft geen soort.', en: 'A relation has no type.' },
    advice: {
      nl: 'Geef soort en doel op, bijvoorbeeld {"type": "broader", "target": "strafvordering"}.',
      en: 'Give type and target, for instance {"type": "broader", "target": "strafvordering"}.',
    },
  },
  relation_type_unknown: {
    message: { nl: 'De relatiesoort “{value}” bestaat niet.', en: 'There is no type of relation “{value}”.' },
    advice: PICK_ONE,
  },
  relation_target_missing: {
    message: { nl: 'Een relatie (“{value}”) wijst nergens naar.', en: 'A relation (“{value}”) points nowhere.' },
    advice: {
      nl: 'Geef in “target” het begrip of het id van de andere definitie.',
      en: 'Give the term or the id of the other definition in “target”.',
    },
  },
  field_unknown: {
    message: {
      nl: 'Het veld “{name}” is onbekend; de inhoud is bewaard bij de overige gegevens.',
      en: 'The field “{name}” is unknown; its content is kept with the other data.',
    },
    advice: {
      nl: 'Controleer of de naam goed is gespeld.',
      en: 'Check the spelling of the name.',
    },
  },
  extras_too_large: {
    message: {
      nl: 'De overige gegevens zijn te groot of te diep genest (meer dan {limit} tekens of {depth} niveaus).',
      en: 'The other data is too large or nested too deep (more than {limit} characters or {depth} levels).',
    },
    advice: {
      nl: 'Laat gegevens weg die niet bij de definitie horen.',
      en: 'Leave out what does not belong to the definition.',
    },
  },
  schema_newer: {
    message: {
      nl: 'Dit bestand heeft formaatversie {value}; dit programma leest tot en met versie {known}.',
      en: 'This file has format version {value}; this program reads up to version {known}.',
    },
    advice: {
      nl: 'Gebruik de versie van Lexport die het bestand heeft gemaakt, of exporteer opnieuw in het oude formaat.',
      en: 'Use the version of Lexport that made the file, or export again in the older format.',
    },
  },
  schema_invalid: {
    message: { nl: '“{value}” is geen formaatversie.', en: '“{value}” is not a format version.' },
    advice: { nl: 'Zet in “schemaVersion” het getal {known}.', en: 'Set “schemaVersion” to the number {known}.' },
  },
  id_ignored: {
    message: {
      nl: 'Het id “{value}” is geen id van Lexport en is niet gebruikt.',
      en: 'The id “{value}” is no id of Lexport and was not used.',
    },
    advice: {
      nl: 'De definitie wordt herkend aan begrip, contexten en categorie. Laat het id weg als dat goed is.',
      en: 'The definition is recognised by term, contexts and category. Leave the id out if that is right.',
    },
  },
  version_ignored: {
    message: {
      nl: '“{value}” is geen versienummer en is niet gebruikt.',
      en: '“{value}” is no version number and was not used.',
    },
    advice: {
      nl: 'Zonder versienummer is niet te zien of de definitie na de export is gewijzigd.',
      en: 'Without a version number a change made after the export cannot be noticed.',
    },
  },
};
