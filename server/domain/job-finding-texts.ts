import type { FindingText } from './finding.ts';

const LOOK_AND_DECIDE = {
  nl: 'Bekijk het verschil en kies zelf: overslaan of bijwerken.',
  en: 'Look at the difference and decide: skip or update.',
};
const TRY_AGAIN = {
  nl: 'Voer de mislukte items opnieuw uit. Blijft het misgaan, geef dan het nummer van de opdracht door aan uw beheerder.',
  en: 'Run the failed items again. If it keeps failing, give the number of the job to your administrator.',
};

/** What a job can say about one of its items, or about why it ended. */
export const JOB_FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  classification_above_clearance: {
    message: {
      nl: 'De rubricering “{value}” gaat boven wat u zelf mag zien.',
      en: 'The classification “{value}” is above what you may see yourself.',
    },
    advice: {
      nl: 'Laat iemand die dit wel mag zien de definitie importeren.',
      en: 'Have somebody import the definition who may see that.',
    },
  },
  classification_kept: {
    message: {
      nl: 'De rubricering blijft {kept}: een import verlaagt haar niet naar “{value}”.',
      en: 'The classification stays {kept}: an import does not lower it to “{value}”.',
    },
    advice: {
      nl: 'Verlaag de rubricering met een wijziging, en zeg daarbij waarom.',
      en: 'Lower the classification with a change, and say why.',
    },
  },
  error_file_recognised: {
    message: {
      nl: 'Dit is het foutbestand van “{job}”: {count} van de items daarvan worden opnieuw gedaan.',
      en: 'This is the error file of “{job}”: {count} of its items are done again.',
    },
    advice: {
      nl: 'Wat al verwerkt is, doet niets meer. Wat u niet hebt gewijzigd, blijft zoals het was.',
      en: 'What has been applied does nothing any more. What you did not change stays as it was.',
    },
  },
  error_file_foreign: {
    message: {
      nl: 'Dit is een foutbestand van een opdracht die niet (meer) van uw organisatie is; het is gelezen als een gewoon bestand.',
      en: 'This is an error file of a job that is not (or no longer) your organisation’s; it was read as an ordinary file.',
    },
    advice: {
      nl: 'Controleer de voorvertoning: de rijen zijn niet aan een eerdere opdracht verbonden.',
      en: 'Check the preview: the rows are not linked to an earlier job.',
    },
  },
  error_rows_unknown: {
    message: {
      nl: 'Van {count} rijen is het nummer in “Lexport rij” gewijzigd, dubbel of van een andere opdracht; ze zijn gelezen als gewone rijen.',
      en: 'The number in “Lexport rij” of {count} rows is changed, repeated or of another job; they were read as ordinary rows.',
    },
    advice: {
      nl: 'Controleer deze rijen in de voorvertoning. Laat de kolom “Lexport rij” een volgende keer staan zoals hij is.',
      en: 'Check these rows in the preview. Next time leave the column “Lexport rij” as it is.',
    },
  },
  redaction_job_at_work: {
    message: {
      nl: 'Een andere opdracht is met deze definitie bezig en kan de tekst in een bestand zetten. Er is niets vervangen.',
      en: 'Another job is at work on this definition and may put the text into a file. Nothing was replaced.',
    },
    advice: {
      nl: 'Wacht tot die opdracht klaar is en begin dan opnieuw.',
      en: 'Wait until that job is done, then begin again.',
    },
  },
  job_at_work: {
    message: {
      nl: 'Een andere opdracht is met deze definitie bezig en kan haar in een bestand zetten. Er is niets gewijzigd.',
      en: 'Another job is at work on this definition and may put it into a file. Nothing was changed.',
    },
    advice: {
      nl: 'Wacht tot die opdracht klaar is en begin dan opnieuw.',
      en: 'Wait until that job is done, then begin again.',
    },
  },
  anonymised_for_good: {
    message: {
      nl: 'De namen zijn voorgoed gewist en komen niet terug.',
      en: 'The names were wiped for good and do not come back.',
    },
    advice: { nl: 'Er is niets te doen.', en: 'There is nothing to do.' },
  },
  erased_for_good: {
    message: {
      nl: 'De definitie is voorgoed verwijderd en komt niet terug.',
      en: 'The definition was deleted for good and does not come back.',
    },
    advice: { nl: 'Er is niets te doen.', en: 'There is nothing to do.' },
  },
  redaction_plan_changed: {
    message: {
      nl: 'Wat er gevonden wordt, is niet meer wat er is goedgekeurd. Er is niets vervangen.',
      en: 'What is found is no longer what was approved. Nothing was replaced.',
    },
    advice: {
      nl: 'De eigen termen of de tekst zijn gewijzigd. Begin opnieuw.',
      en: 'The own terms or the text have changed. Begin again.',
    },
  },
  redaction_final: {
    message: {
      nl: 'De tekst is vervangen en kan niet worden teruggezet.',
      en: 'The text has been replaced and cannot be put back.',
    },
    advice: {
      nl: 'De aanduidingen blijven staan. Vul de tekst zo nodig met de hand aan.',
      en: 'The placeholders stay. Complete the text by hand where that is needed.',
    },
  },
  placeholder_in_text: {
    message: {
      nl: 'De tekst is geanonimiseerd: er staat {value} op de plaats van een gegeven.',
      en: 'The text is redacted: {value} stands where there were data.',
    },
    advice: {
      nl: 'Bij bijwerken gaat de tekst die er nu staat verloren. Sla dit item over, of zet de gegevens terug.',
      en: 'An update loses the text that is there now. Skip this item, or put the data back.',
    },
  },
  identity_taken: {
    message: {
      nl: 'Een andere definitie heeft al dit begrip met dezelfde contexten en categorie.',
      en: 'Another definition already has this term with the same contexts and category.',
    },
    advice: {
      nl: 'Wijzig begrip, context of categorie, of werk de bestaande definitie bij.',
      en: 'Change the term, a context or the category, or update the existing definition.',
    },
  },
  unexpected_count: {
    message: {
      nl: 'De opdracht heeft {count} items, en niet {expected} zoals verwacht.',
      en: 'The job has {count} items, and not {expected} as expected.',
    },
    advice: {
      nl: 'Er is niets gewijzigd. Controleer de selectie of het verwachte aantal.',
      en: 'Nothing was changed. Check the selection or the expected number.',
    },
  },
  precondition_failed: {
    message: {
      nl: '{count} van de {total} definities voldoen niet aan de voorwaarde.',
      en: '{count} of the {total} definitions do not meet the precondition.',
    },
    advice: {
      nl: 'Er is niets gewijzigd. Controleer de selectie of de voorwaarde.',
      en: 'Nothing was changed. Check the selection or the precondition.',
    },
  },
  dependency_failed: {
    message: {
      nl: 'Een opdracht waarop deze wachtte is niet goed afgelopen.',
      en: 'A job this one waited for did not end well.',
    },
    advice: {
      nl: 'Herstel eerst die opdracht en start deze daarna opnieuw.',
      en: 'Mend that job first, then start this one again.',
    },
  },
  job_timeout: {
    message: {
      nl: 'De opdracht duurde langer dan de toegestane {seconds} seconden.',
      en: 'The job took longer than the {seconds} seconds it was allowed.',
    },
    advice: {
      nl: 'Wat klaar was is bewaard. Voer de niet verwerkte items alsnog uit, of sta meer tijd toe.',
      en: 'What was done is kept. Run the unprocessed items after all, or allow more time.',
    },
  },
  paused_itself: {
    message: {
      nl: 'De opdracht heeft zichzelf gepauzeerd: blok na blok mislukte op hetzelfde: {state}.',
      en: 'The job paused itself: chunk after chunk failed of the same thing: {state}.',
    },
    advice: {
      nl: 'Zij probeert het vanzelf opnieuw en gaat verder zodra het weer lukt. U kunt haar ook zelf hervatten of stoppen.',
      en: 'It tries again by itself and goes on as soon as that works. You can also resume or stop it yourself.',
    },
  },
  others_in_the_way: {
    message: {
      nl: 'Ander werk hield deze definitie te lang bezet; na herhaald proberen is zij overgeslagen.',
      en: 'Other work held this definition for too long; after several attempts it was left.',
    },
    advice: TRY_AGAIN,
  },
  stale_version: {
    message: {
      nl: 'De definitie is gewijzigd na de selectie of de voorvertoning; er is niets overschreven.',
      en: 'The definition was changed after the selection or the preview; nothing was overwritten.',
    },
    advice: {
      nl: 'Voer dit item opnieuw uit; u ziet dan het verschil met de nieuwe versie.',
      en: 'Run this item again; you will then see the difference with the new version.',
    },
  },
  reference_dangling: {
    message: {
      nl: 'De relatie met “{value}” wijst naar een definitie die er niet is.',
      en: 'The relation with “{value}” points to a definition that is not there.',
    },
    advice: {
      nl: 'De relatie wordt bewaard en gelegd zodra die definitie er is. {hint}',
      en: 'The relation is kept and will be made once that definition is there. {hint}',
    },
  },
  reference_cycle: {
    message: {
      nl: 'Deze definities verwijzen in een kring naar elkaar: {path}.',
      en: 'These definitions refer to each other in a circle: {path}.',
    },
    advice: {
      nl: 'Dat mag. Controleer alleen of geen begrip uiteindelijk onder zichzelf valt.',
      en: 'That is allowed. Only check that no term ends up below itself.',
    },
  },
  duplicate_in_upload: {
    message: {
      nl: 'Dezelfde definitie staat eerder in deze upload (item {item}).',
      en: 'The same definition occurs earlier in this upload (item {item}).',
    },
    advice: {
      nl: 'Alleen de eerste wordt gebruikt. Verwijder de dubbele of geef hem een andere context.',
      en: 'Only the first one is used. Remove the duplicate or give it another context.',
    },
  },
  conflict_established: {
    message: {
      nl: 'De bestaande definitie is vastgesteld en wordt niet rechtstreeks gewijzigd.',
      en: 'The existing definition is established and is not edited directly.',
    },
    advice: {
      nl: 'Kies “nieuwe versie” om een concept op basis van de vastgestelde definitie te maken, of sla dit item over.',
      en: 'Choose “new version” to make a draft based on the established definition, or skip this item.',
    },
  },
  conflict_changed_since_export: {
    message: {
      nl: 'De bestaande definitie is gewijzigd nadat dit bestand is geëxporteerd.',
      en: 'The existing definition was changed after this file was exported.',
    },
    advice: LOOK_AND_DECIDE,
  },
  conflict_archived: {
    message: { nl: 'De bestaande definitie is gearchiveerd.', en: 'The existing definition is archived.' },
    advice: {
      nl: 'Laat de definitie terugzetten als zij weer gebruikt wordt, of sla dit item over.',
      en: 'Have the definition restored if it is in use again, or skip this item.',
    },
  },
  conflict_identity_taken: {
    message: {
      nl: 'Begrip, contexten en categorie horen al bij een andere definitie dan die van dit item.',
      en: 'The term, contexts and category already belong to another definition than the one of this item.',
    },
    advice: {
      nl: 'Bepaal welke van de twee u bedoelt en pas het bestand aan.',
      en: 'Decide which of the two you mean and change the file.',
    },
  },
  database_error: {
    message: { nl: 'De database heeft dit item geweigerd.', en: 'The database refused this item.' },
    advice: TRY_AGAIN,
  },
  transient_error: {
    message: {
      nl: 'Dit item is door een storing niet verwerkt, ook niet na herhaalde pogingen.',
      en: 'A disturbance kept this item from being processed, even after several attempts.',
    },
    advice: TRY_AGAIN,
  },
  internal_error: {
    message: {
      nl: 'Er ging aan onze kant iets mis met dit item.',
      en: 'Something went wrong with this item on our side.',
    },
    advice: TRY_AGAIN,
  },
  poison_job: {
    message: {
      nl: 'De opdracht is gestopt: de verwerking viel drie keer uit zonder voortgang.',
      en: 'The job was stopped: processing broke down three times without progress.',
    },
    advice: {
      nl: 'Alles wat al was verwerkt, is bewaard. Geef het nummer van de opdracht door aan uw beheerder.',
      en: 'Everything already processed was kept. Give the number of the job to your administrator.',
    },
  },
  too_many_errors: {
    message: {
      nl: 'De opdracht is gestopt: er mislukten meer items dan de toegestane {limit}.',
      en: 'The job was stopped: more items failed than the {limit} allowed.',
    },
    advice: {
      nl: 'Verbeter de mislukte items en voer ze opnieuw uit, of sta meer fouten toe.',
      en: 'Correct the failed items and run them again, or allow more errors.',
    },
  },
  stopped_at_error: {
    message: {
      nl: 'De opdracht is gestopt bij het eerste item dat mislukte, zoals gevraagd.',
      en: 'The job was stopped at the first item that failed, as asked.',
    },
    advice: {
      nl: 'Wat al was verwerkt, is bewaard. Verbeter het item en voer de rest opnieuw uit.',
      en: 'What was already processed is kept. Correct the item and run the rest again.',
    },
  },
  all_or_nothing_failed: {
    message: {
      nl: 'Er is niets gewijzigd: één item mislukte en de opdracht is alles of niets.',
      en: 'Nothing was changed: one item failed and the job is all or nothing.',
    },
    advice: { nl: 'Verbeter het item en start de opdracht opnieuw.', en: 'Correct the item and start the job again.' },
  },
  invalid_items_not_tolerated: {
    message: {
      nl: 'Er is niets gewijzigd: {count} items zijn niet in orde en er mogen er {limit} mislukken.',
      en: 'Nothing was changed: {count} items are not in order and {limit} may fail.',
    },
    advice: {
      nl: 'Verbeter de items in de lijst en upload opnieuw, of kies een ruimere foutafhandeling.',
      en: 'Correct the items in the list and upload again, or choose a more tolerant way to handle errors.',
    },
  },
  export_formats_passed_over: {
    message: {
      nl: 'Dit archief bevat dezelfde definities in meer formaten. Gelezen is {format}; overgeslagen: {other}.',
      en: 'This archive holds the same definitions in several formats. Read was {format}; passed over: {other}.',
    },
    advice: {
      nl: 'Bied een ander formaat als los bestand aan als u dat wilt importeren.',
      en: 'Upload another format as a file of its own if you want to import that.',
    },
  },
  export_cell_too_long: {
    message: {
      nl: 'Een veld is langer dan de 32 767 tekens die een cel van Excel kan bevatten.',
      en: 'A field is longer than the 32,767 characters a cell of Excel can hold.',
    },
    advice: {
      nl: 'Exporteer deze definitie in een ander formaat, bijvoorbeeld JSON of CSV.',
      en: 'Export this definition in another format, for example JSON or CSV.',
    },
  },
  pdf_characters_missing: {
    message: {
      nl: 'In de PDF staan blokjes voor tekens waarvoor het lettertype geen vorm heeft: {characters}.',
      en: 'In the PDF boxes stand for characters that the font has no shape for: {characters}.',
    },
    advice: {
      nl: 'De tekst zelf staat er onzichtbaar bij, voor wie de PDF laat voorlezen. Gebruik Word om hem te lezen of af te drukken.',
      en: 'The text itself goes with it unseen, for whoever has the PDF read aloud. Use Word to read or print it.',
    },
  },
  pdf_right_to_left: {
    message: {
      nl: 'In de PDF staan woorden van een schrift dat van rechts naar links gaat, in de volgorde van links naar rechts.',
      en: 'In the PDF words of a script that goes from right to left stand in the order from left to right.',
    },
    advice: {
      nl: 'Elk woord is leesbaar en de tekst zelf staat er onzichtbaar bij. Gebruik Word om hem in de goede volgorde te lezen.',
      en: 'Each word can be read and the text itself goes with it unseen. Use Word to read it in the right order.',
    },
  },
  export_not_verified: {
    message: {
      nl: 'Het geschreven bestand ({format}) is teruggelezen en bevat niet wat erin hoort te staan ({found}).',
      en: 'The file that was written ({format}) was read again and does not hold what belongs in it ({found}).',
    },
    advice: TRY_AGAIN,
  },
  export_not_signed: {
    message: {
      nl: 'Deze export is niet ondertekend: de sleutel om mee te ondertekenen staat niet op deze server.',
      en: 'This export is not signed: the key to sign with is not on this server.',
    },
    advice: {
      nl: 'Wie het bestand krijgt, kan niet vaststellen dat het van u komt en niet is gewijzigd. Vraag uw beheerder het sleutelbestand terug te zetten en exporteer opnieuw.',
      en: 'Whoever gets the file cannot tell that it is from you and unchanged. Ask your administrator to put the key file back, then export again.',
    },
  },
  export_definition_gone: {
    message: {
      nl: 'De definitie is verwijderd nadat de selectie is gemaakt.',
      en: 'The definition was removed after the selection was made.',
    },
    advice: {
      nl: 'Maak een nieuwe selectie als u dit niet verwacht.',
      en: 'Make a new selection if you did not expect this.',
    },
  },
  legal_hold: {
    message: {
      nl: 'Op de definitie rust een bewaarplicht: zij blijft zoals zij is.',
      en: 'There is a legal hold on the definition: it stays as it is.',
    },
    advice: {
      nl: 'Hef de bewaarplicht op als de zaak ten einde is, of sla dit item over.',
      en: 'Lift the hold if the matter has ended, or skip this item.',
    },
  },
  conflict_legal_hold: {
    message: {
      nl: 'Op de definitie die er staat rust een bewaarplicht: zij wordt niet overschreven.',
      en: 'There is a legal hold on the definition that is there: it is not overwritten.',
    },
    advice: {
      nl: 'Sla dit item over, of houd beide in een andere context.',
      en: 'Skip this item, or keep both in another context.',
    },
  },
  edited_since: {
    message: {
      nl: 'De definitie is na deze opdracht gewijzigd en is daarom niet teruggedraaid.',
      en: 'The definition was changed after this job and was therefore not taken back.',
    },
    advice: {
      nl: 'Bekijk de geschiedenis van de definitie en herstel zo nodig met de hand.',
      en: 'Look at the history of the definition and restore it by hand if needed.',
    },
  },
  stopped_by_person: {
    message: {
      nl: 'De opdracht is gestopt voordat dit item aan de beurt was.',
      en: 'The job was stopped before this item had its turn.',
    },
    advice: {
      nl: 'Voer de niet-verwerkte items alsnog uit vanuit het rapport.',
      en: 'Run the unprocessed items from the report after all.',
    },
  },
  format_unknown: {
    message: {
      nl: 'Dit bestand is geen JSON en geen CSV; er is niets uit gelezen.',
      en: 'This file is neither JSON nor CSV; nothing was read from it.',
    },
    advice: {
      nl: 'Laat het bestand weg of sla het op als JSON of CSV.',
      en: 'Leave the file out or save it as JSON or CSV.',
    },
  },
  key_kind_unknown: {
    message: { nl: 'De soort is niet “partner” of “device”.', en: 'The kind is not “partner” or “device”.' },
    advice: {
      nl: 'Geef “partner” voor een ander systeem, of “device” voor een eigen apparaat.',
      en: 'Give “partner” for another system, or “device” for a device of your own.',
    },
  },
  key_malformed: {
    message: { nl: 'Dit is geen bruikbare openbare Ed25519-sleutel.', en: 'This is not a usable Ed25519 public key.' },
    advice: { nl: 'Geef 64 hexadecimale cijfers, Base64 of PEM.', en: 'Give 64 hexadecimal digits, Base64 or PEM.' },
  },
  key_not_proven: {
    message: {
      nl: 'De handtekening onder de opgave klopt niet: dat de afzender de sleutel bezit, is niet aangetoond.',
      en: 'The signature under the challenge does not hold: that the sender holds the key is not shown.',
    },
    advice: {
      nl: 'Laat de tekst van deze opgave, met deze sleutel erin, opnieuw ondertekenen.',
      en: 'Have the text of this challenge, with this key in it, signed again.',
    },
  },
  key_is_own: {
    message: {
      nl: 'Dit is een sleutel van deze installatie zelf; die wordt altijd al herkend.',
      en: 'This is a key of this installation itself; it is known already.',
    },
    advice: { nl: 'Laat deze sleutel weg.', en: 'Leave this key out.' },
  },
  key_revoked: {
    message: {
      nl: 'Deze sleutel is ingetrokken en komt niet terug.',
      en: 'This key was revoked and does not come back.',
    },
    advice: { nl: 'Laat de ketenpartner een nieuwe sleutel maken.', en: 'Have the chain partner make a new key.' },
  },
  hash_malformed: {
    message: { nl: 'Dit is geen SHA-256-hash.', en: 'This is not a SHA-256 hash.' },
    advice: {
      nl: 'Geef 64 hexadecimale cijfers, zo nodig met “sha256:” ervoor.',
      en: 'Give 64 hexadecimal digits, with “sha256:” before them if you like.',
    },
  },
  proof_broken: {
    message: {
      nl: 'Het bewijs bij deze hash klopt niet meer met wat er verzegeld is.',
      en: 'The proof of this hash no longer fits what was sealed.',
    },
    advice: {
      nl: 'Iemand heeft aan de gegevens gezeten. Controleer het auditspoor en licht uw beheerder in.',
      en: 'Somebody has tampered with the data. Verify the audit trail and tell your administrator.',
    },
  },
  proof_subject_gone: {
    message: {
      nl: 'De definitie of het bestand is er niet meer.',
      en: 'The definition or the file is not there any more.',
    },
    advice: { nl: 'Er is niets om te vergrendelen.', en: 'There is nothing to lock.' },
  },
  proof_hash_mismatch: {
    message: {
      nl: 'De inhoud van de definitie hoort niet bij de hash die erbij is opgeslagen.',
      en: 'The content of the definition does not belong to the hash stored with it.',
    },
    advice: {
      nl: 'Iemand heeft aan de gegevens gezeten. Controleer het auditspoor en licht uw beheerder in.',
      en: 'Somebody has tampered with the data. Verify the audit trail and tell your administrator.',
    },
  },
  no_signing_key: {
    message: {
      nl: 'De sleutel om mee te ondertekenen staat niet op deze server.',
      en: 'The key to sign with is not on this server.',
    },
    advice: {
      nl: 'Vraag uw beheerder het sleutelbestand terug te zetten.',
      en: 'Ask your administrator to put the key file back.',
    },
  },
};
