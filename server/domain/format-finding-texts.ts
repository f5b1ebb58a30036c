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
  xml_broken: {
    message: {
      nl: 'Dit is geen juiste XML: het gaat mis op regel {line}.',
      en: 'This is not correct XML: it goes wrong at line {line}.',
    },
    advice: {
      nl: 'Kijk op die plaats of elk element is gesloten en of & en < als &amp; en &lt; zijn geschreven.',
      en: 'Check at that place that every element is closed and that & and < are written as &amp; and &lt;.',
    },
  },
  xml_entity: {
    message: {
      nl: 'Op regel {line} staat een verwijzing (&…;) naar een tekst die het bestand zelf zou vastleggen. Dat wordt niet gelezen.',
      en: 'Line {line} refers (&…;) to a text that the file itself would define. That is not read.',
    },
    advice: { nl: 'Zet de tekst zelf op die plaats.', en: 'Put the text itself in that place.' },
  },
  xml_doctype: {
    message: {
      nl: 'Het bestand heeft op regel {line} een documenttype (DOCTYPE) dat iets vastlegt. Zulke bestanden worden niet gelezen.',
      en: 'The file has a document type (DOCTYPE) at line {line} that declares something. Such files are not read.',
    },
    advice: {
      nl: 'Bewaar het bestand zonder DOCTYPE en zonder eigen entiteiten.',
      en: 'Save the file without a DOCTYPE and without entities of its own.',
    },
  },
  doctype_passed_over: {
    message: {
      nl: 'Het bestand noemt een documenttype (DOCTYPE). Dat is niet opgehaald en niet gebruikt.',
      en: 'The file names a document type (DOCTYPE). It was not fetched and not used.',
    },
    advice: { nl: 'U hoeft niets te doen.', en: 'There is nothing to do.' },
  },
  xml_untidy: {
    message: {
      nl: 'Rond de begrippen is de XML niet in orde (regel {line}); de begrippen zelf zijn gelezen.',
      en: 'Around the concepts the XML is not in order (line {line}); the concepts themselves were read.',
    },
    advice: {
      nl: 'Controleer of het aantal begrippen klopt.',
      en: 'Check that the number of concepts is right.',
    },
  },
  tbx_too_large: {
    message: {
      nl: 'Het begrip op regel {line} heeft te veel onderdelen, of ze zijn te diep in elkaar gezet.',
      en: 'The concept at line {line} has too many parts, or they are nested too deeply.',
    },
    advice: { nl: 'Laat weg wat niet bij het begrip hoort.', en: 'Leave out what does not belong to the concept.' },
  },
  tbx_outside: {
    message: {
      nl: 'Op regel {line} staat iets buiten de begrippen. Het is niet gelezen.',
      en: 'Line {line} has something outside the concepts. It was not read.',
    },
    advice: {
      nl: 'Hoort het bij een begrip, zet het dan binnen dat begrip (conceptEntry).',
      en: 'If it belongs to a concept, put it inside that concept (conceptEntry).',
    },
  },
  tbx_misplaced: {
    message: {
      nl: '“{name}” staat niet waar TBX het toelaat: “{value}”.',
      en: '“{name}” is not where TBX allows it: “{value}”.',
    },
    advice: {
      nl: 'De tekst is wel gelezen. Zet dit onderdeel in: {allowed}.',
      en: 'The text was read. Put this part in: {allowed}.',
    },
  },
  tbx_value_unknown: {
    message: {
      nl: '“{value}” is in TBX geen waarde van “{name}”.',
      en: '“{value}” is no value of “{name}” in TBX.',
    },
    advice: {
      nl: 'De waarde is bewaard. Mogelijk zijn: {allowed}.',
      en: 'The value was kept. Possible are: {allowed}.',
    },
  },
  tbx_category_unknown: {
    message: {
      nl: '“{name}” is geen onderdeel van TBX-Basic: “{value}”.',
      en: '“{name}” is no part of TBX-Basic: “{value}”.',
    },
    advice: {
      nl: 'De inhoud blijft bewaard bij de overige gegevens.',
      en: 'Its content is kept with the other data.',
    },
  },
  tbx_type_missing: {
    message: {
      nl: 'Een “{name}” zegt niet wat het is: “{value}”. Het is niet gelezen.',
      en: 'A “{name}” does not say what it is: “{value}”. It was not read.',
    },
    advice: { nl: 'Geef het een type, bijvoorbeeld type="source".', en: 'Give it a type, for instance type="source".' },
  },
  tbx_term_missing: {
    message: { nl: 'Een termSec heeft geen term.', en: 'A termSec has no term.' },
    advice: { nl: 'Vul de term in of haal dit deel weg.', en: 'Fill in the term or remove this part.' },
  },
  tbx_term_twice: {
    message: {
      nl: 'Een termSec heeft meer dan één term; “{value}” is gelezen als synoniem.',
      en: 'A termSec has more than one term; “{value}” was read as a synonym.',
    },
    advice: { nl: 'Geef elke term een eigen termSec.', en: 'Give each term a termSec of its own.' },
  },
  tbx_term_order: {
    message: { nl: 'In een termSec staat de term niet vooraan.', en: 'In a termSec the term does not come first.' },
    advice: { nl: 'De term is wel gelezen. Zet hem vooraan.', en: 'The term was read. Put it first.' },
  },
  tbx_group: {
    message: {
      nl: 'Een descripGrp heeft meer dan één beschrijving; hun bron kan bij beide horen.',
      en: 'A descripGrp has more than one description; their source may belong to either.',
    },
    advice: {
      nl: 'Geef elke beschrijving een eigen descripGrp.',
      en: 'Give each description a descripGrp of its own.',
    },
  },
  tbx_language_missing: {
    message: {
      nl: 'Een langSec zegt niet in welke taal de termen zijn.',
      en: 'A langSec does not say which language its terms are in.',
    },
    advice: {
      nl: 'Geef de taal op, bijvoorbeeld xml:lang="nl".',
      en: 'Give the language, for instance xml:lang="nl".',
    },
  },
  identifier_malformed: {
    message: {
      nl: '“{value}” lijkt bedoeld als {name}, maar is niet zo geschreven.',
      en: '“{value}” seems to be meant as {name}, but is not written like that.',
    },
    advice: {
      nl: 'Controleer de verwijzing. Voorbeelden: BWBR0001854, jci1.3:c:BWBR0001854&artikel=1, ECLI:NL:HR:2024:1, CVDR612345_1.',
      en: 'Check the reference. Examples: BWBR0001854, jci1.3:c:BWBR0001854&artikel=1, ECLI:NL:HR:2024:1, CVDR612345_1.',
    },
  },
  case_reference_taken_over: {
    message: {
      nl: '“{value}” is uit de bronnen of de wettelijke basis overgenomen als zaakverwijzing.',
      en: '“{value}” was taken over from the sources or the legal basis as a case reference.',
    },
    advice: {
      nl: 'De bron zelf blijft zoals die is. Geef zaakverwijzingen op (ook geen) als dit niet de bedoeling is.',
      en: 'The source itself stays as it is. Give case references (or none) where this is not meant.',
    },
  },
  case_number_malformed: {
    message: {
      nl: '“{value}” lijkt bedoeld als nummer van een zaak, maar is niet zo geschreven.',
      en: '“{value}” seems to be meant as the number of a case, but is not written like that.',
    },
    advice: {
      nl: 'Controleer het nummer. Voorbeelden: 01/234567-19, C/09/612345 / KG ZA 21-123, 1234567 CV EXPL 19-123, PL0600-2019123456-1, CJIB 12345678.',
      en: 'Check the number. Examples: 01/234567-19, C/09/612345 / KG ZA 21-123, 1234567 CV EXPL 19-123, PL0600-2019123456-1, CJIB 12345678.',
    },
  },
};
