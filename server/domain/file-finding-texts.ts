import type { FindingText } from './finding.ts';

/** What a reader of files can say about a file, or about the place of a record in it. */
export const FILE_FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  file_empty: {
    message: { nl: 'Het bestand is leeg.', en: 'The file is empty.' },
    advice: {
      nl: 'Controleer of u het juiste bestand hebt gekozen.',
      en: 'Check that you have chosen the right file.',
    },
  },
  file_too_large: {
    message: {
      nl: 'Het bestand is te groot: {bytes} bytes, toegestaan zijn er {limit}.',
      en: 'The file is too large: {bytes} bytes, {limit} are allowed.',
    },
    advice: { nl: 'Verdeel de definities over meer bestanden.', en: 'Spread the definitions over several files.' },
  },
  too_many_records: {
    message: {
      nl: 'Er zijn te veel definities: {count}, toegestaan zijn er {limit}.',
      en: 'There are too many definitions: {count}, {limit} are allowed.',
    },
    advice: { nl: 'Verdeel de definities over meer opdrachten.', en: 'Spread the definitions over several jobs.' },
  },
  no_records: {
    message: { nl: 'Er staan geen definities in.', en: 'There are no definitions in it.' },
    advice: {
      nl: 'Controleer of u het ingevulde bestand hebt gekozen en niet het lege sjabloon.',
      en: 'Check that you have chosen the file you filled in and not the empty template.',
    },
  },
  workbook_broken: {
    message: {
      nl: 'Dit Excel-bestand is beschadigd of niet te lezen.',
      en: 'This Excel file is damaged or cannot be read.',
    },
    advice: {
      nl: 'Open het bestand in Excel, bewaar het opnieuw als werkmap (.xlsx) en kies dat bestand.',
      en: 'Open the file in Excel, save it again as a workbook (.xlsx) and choose that file.',
    },
  },
  workbook_encrypted: {
    message: {
      nl: 'Dit Excel-bestand is beveiligd met een wachtwoord.',
      en: 'This Excel file is protected by a password.',
    },
    advice: {
      nl: 'Bewaar het bestand zonder wachtwoord en kies dat bestand.',
      en: 'Save the file without a password and choose that file.',
    },
  },
  template_name_not_there: {
    message: {
      nl: '“{name}” staat niet op het blad “{sheet}”.',
      en: '“{name}” is not on the sheet “{sheet}”.',
    },
    advice: {
      nl: 'Zet de naam op dat blad, of schrijf hem hier zoals hij daar staat.',
      en: 'Put the name on that sheet, or write it here as it is there.',
    },
  },
  template_more_not_there: {
    message: {
      nl: 'Aantal namen dat er ook niet is en hier niet wordt genoemd: {count}.',
      en: 'Names that are not there either and are not listed here: {count}.',
    },
    advice: {
      nl: 'Verbeter de genoemde namen en lees het bestand opnieuw in; dan komen de volgende.',
      en: 'Correct the names that are listed and read the file again; then the next ones are shown.',
    },
  },
  template_term_not_there: {
    message: {
      nl: 'Het blad “{sheet}” noemt “{name}”, en dat is geen begrip van dit bestand.',
      en: 'The sheet “{sheet}” names “{name}”, which is no term of this file.',
    },
    advice: {
      nl: 'Voeg het begrip toe, of schrijf de voorkeursterm zoals die op het blad met begrippen staat.',
      en: 'Add the term, or write the preferred term as it is on the sheet with the terms.',
    },
  },
  sheet_passed_over: {
    message: {
      nl: 'Het blad “{sheet}” is overgeslagen: er staan geen definities in.',
      en: 'The sheet “{sheet}” was passed over: there are no definitions in it.',
    },
    advice: {
      nl: 'Moet dit blad wel mee? Geef de kolommen dan namen, met in elk geval “begrip” en “definitie”.',
      en: 'Should it be read? Name its columns, at least “term” and “definition”.',
    },
  },
  not_text: {
    message: { nl: 'Dit is geen tekstbestand.', en: 'This is not a text file.' },
    advice: {
      nl: 'Bewaar het spreadsheet als “CSV UTF-8” en kies dat bestand.',
      en: 'Save the spreadsheet as “CSV UTF-8” and choose that file.',
    },
  },
  encoding_invalid: {
    message: {
      nl: 'De tekens in het bestand zijn niet te lezen: op regel {line} staat een byte die in UTF-8 niet kan.',
      en: 'The characters in the file cannot be read: line {line} has a byte that UTF-8 does not allow.',
    },
    advice: { nl: 'Bewaar het bestand opnieuw als UTF-8.', en: 'Save the file again as UTF-8.' },
  },
  encoding_assumed: {
    message: {
      nl: 'Het bestand is geen UTF-8; het is gelezen als {encoding}.',
      en: 'The file is not UTF-8; it was read as {encoding}.',
    },
    advice: {
      nl: 'Controleer in de voorvertoning of letters met accenten kloppen. Zo niet, bewaar het bestand als “CSV UTF-8”.',
      en: 'Check in the preview that letters with accents are right. If not, save the file as “CSV UTF-8”.',
    },
  },
  json_broken: {
    message: {
      nl: 'Het bestand is geen geldige JSON: het gaat mis op regel {line}, teken {column}.',
      en: 'The file is not valid JSON: it goes wrong at line {line}, character {column}.',
    },
    advice: {
      nl: 'Herstel die plaats, bijvoorbeeld een ontbrekende komma, aanhalingsteken of accolade, of exporteer opnieuw.',
      en: 'Mend that place, for instance a missing comma, quotation mark or brace, or export again.',
    },
  },
  not_an_object: {
    message: { nl: 'Hier staat geen definitie, maar {value}.', en: 'This is no definition, but {value}.' },
    advice: {
      nl: 'Een definitie is een object met ten minste “term” en “definition”.',
      en: 'A definition is an object with at least “term” and “definition”.',
    },
  },
  csv_broken: {
    message: {
      nl: 'De tabel is niet te lezen: vanaf regel {line} wordt een aanhalingsteken niet gesloten.',
      en: 'The table cannot be read: from line {line} on a quotation mark is not closed.',
    },
    advice: {
      nl: 'Sluit het aanhalingsteken, of bewaar de tabel opnieuw vanuit uw spreadsheetprogramma.',
      en: 'Close the quotation mark, or save the table again from your spreadsheet program.',
    },
  },
  header_missing: {
    message: {
      nl: 'De eerste rij noemt niet alle verplichte kolommen. Er ontbreekt: {columns}.',
      en: 'The first row does not name every required column. Missing: {columns}.',
    },
    advice: {
      nl: 'Zet boven de kolommen hun namen, ten minste “begrip” en “definitie”.',
      en: 'Put the names above the columns, at least “term” and “definition”.',
    },
  },
  sheet_not_there: {
    message: { nl: 'Dit bestand heeft geen blad “{sheet}”.', en: 'This file has no sheet “{sheet}”.' },
    advice: {
      nl: 'Kies een blad dat er is, of laat elk blad met definities lezen.',
      en: 'Choose a sheet that is there, or have every sheet with definitions read.',
    },
  },
  header_row_empty: {
    message: {
      nl: 'In rij {line} staan geen namen van kolommen.',
      en: 'Row {line} holds no names of columns.',
    },
    advice: {
      nl: 'Kies de rij waarin de namen van de kolommen staan.',
      en: 'Choose the row that holds the names of the columns.',
    },
  },
  column_not_there: {
    message: {
      nl: 'Deze kolommen zijn wel toegewezen, maar staan niet in het bestand: {columns}.',
      en: 'These columns were mapped, but are not in the file: {columns}.',
    },
    advice: {
      nl: 'Controleer of u het juiste bestand hebt gekozen en of de toewijzing erbij past.',
      en: 'Check that you have chosen the right file and that the mapping goes with it.',
    },
  },
  encoding_chosen_wrong: {
    message: {
      nl: 'Het bestand is niet te lezen als {encoding}.',
      en: 'The file cannot be read as {encoding}.',
    },
    advice: {
      nl: 'Kies een andere codering, of laat de codering herkennen.',
      en: 'Choose another encoding, or let the encoding be detected.',
    },
  },
  choices_of_one_file: {
    message: {
      nl: 'Er is gekozen voor een soort bestand, codering, scheidingsteken, rij met kolomnamen of toewijzing. Dat geldt voor één bestand; dit is een archief.',
      en: 'A kind of file, encoding, delimiter, header row or mapping was chosen. That is about one file; this is an archive.',
    },
    advice: {
      nl: 'Kies soort, codering, scheidingsteken, blad en rij met kolomnamen per bestand van het archief, of importeer het bestand apart.',
      en: 'Choose kind, encoding, delimiter, sheet and header row for each file of the archive, or import the file by itself.',
    },
  },
  column_unknown: {
    message: {
      nl: 'Voor deze kolommen is geen eigen veld: {columns}.',
      en: 'There is no field for these columns: {columns}.',
    },
    advice: {
      nl: 'De inhoud blijft bewaard bij de overige gegevens. Pas de kolomnaam aan als u een bestaand veld bedoelt.',
      en: 'Their content is kept with the other data. Change the name of the column if you mean an existing field.',
    },
  },
  row_ragged: {
    message: {
      nl: 'Deze rij heeft {found} cellen; de eerste rij heeft er {expected}.',
      en: 'This row has {found} cells; the first row has {expected}.',
    },
    advice: {
      nl: 'Controleer of elke waarde onder de juiste kolom staat; tekst met een scheidingsteken hoort tussen aanhalingstekens.',
      en: 'Check that each value is under the right column; text with a delimiter in it belongs between quotation marks.',
    },
  },
  residue_cleaned: {
    message: {
      nl: 'Resten van een eerdere export zijn verwijderd uit: {fields}.',
      en: 'Remains of an earlier export were removed from: {fields}.',
    },
    advice: {
      nl: 'U hoeft niets te doen; de tekst zelf is niet veranderd.',
      en: 'There is nothing to do; the text itself has not changed.',
    },
  },
};
