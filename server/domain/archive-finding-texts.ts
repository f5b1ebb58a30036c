import type { FindingText } from './finding.ts';

/** Why an archive is refused. One reason is enough to refuse the whole archive: nothing in it is skipped silently. */
export const ARCHIVE_CODES = [
  'archive_zero_bytes',
  'archive_not_a_zip',
  'archive_truncated',
  'archive_upload_too_large',
  'archive_prepended_data',
  'archive_trailing_data',
  'archive_ambiguous_end',
  'archive_multi_disk',
  'archive_directory_inconsistent',
  'archive_directory_too_large',
  'archive_empty',
  'archive_too_many_entries',
  'archive_entry_too_large',
  'archive_total_too_large',
  'archive_ratio_too_high',
  'archive_unsupported_method',
  'archive_encrypted',
  'archive_symlink',
  'archive_path_traversal',
  'archive_path_absolute',
  'archive_path_too_deep',
  'archive_name_backslash',
  'archive_name_control_character',
  'archive_name_reserved',
  'archive_name_not_utf8',
  'archive_name_too_long',
  'archive_name_invalid',
  'archive_duplicate_name',
  'archive_name_conflict',
  'archive_overlap',
  'archive_gap',
  'archive_header_mismatch',
  'archive_extra_field_invalid',
  'archive_size_mismatch',
  'archive_data_damaged',
  'archive_crc_mismatch',
  'archive_nested',
  'archive_time_limit',
  'archive_more_refusals',
] as const;
export type ArchiveCode = (typeof ARCHIVE_CODES)[number];

/** What can be wrong with the manifest inside an archive, or with the files next to it. */
export const MANIFEST_CODES = [
  'manifest_unreadable',
  'manifest_version_unsupported',
  'manifest_shape_invalid',
  'manifest_digest_mismatch',
  'manifest_file_missing',
  'manifest_file_changed',
  'manifest_file_unlisted',
  'manifest_more_differences',
  'manifest_redacted',
] as const;
export type ManifestCode = (typeof MANIFEST_CODES)[number];

/** What can be said of who vouches for an upload. */
const SIGNATURE_CODES = [
  'signature_missing',
  'signature_key_unknown',
  'signature_key_expired',
  'signature_key_revoked',
  'signature_forged',
  'signature_content_changed',
] as const;

const ZIP_AGAIN = {
  nl: 'Pak het archief uit en maak het opnieuw met een gangbaar ZIP-programma.',
  en: 'Extract the archive and create it again with a common ZIP program.',
};
const SEND_AGAIN = {
  nl: 'Download of kopieer het bestand opnieuw en bied het nog eens aan.',
  en: 'Download or copy the file again and upload it once more.',
};
const RENAME = {
  nl: 'Geef het bestand een andere naam en maak het archief opnieuw.',
  en: 'Rename the file and create the archive again.',
};
const SPLIT = {
  nl: 'Verdeel de inhoud over meerdere archieven.',
  en: 'Spread the contents over several archives.',
};

/** Every refusal in words; `{entry}` is a name inside the archive, `{limit}` what is allowed, `{value}` what was found. */
export const ARCHIVE_FINDING_TEXTS: Readonly<
  Record<ArchiveCode | ManifestCode | (typeof SIGNATURE_CODES)[number], FindingText>
> = {
  archive_zero_bytes: {
    message: {
      nl: 'Het bestand is leeg (0 bytes).',
      en: 'The file is empty (0 bytes).',
    },
    advice: SEND_AGAIN,
  },
  archive_not_a_zip: {
    message: { nl: 'Dit is geen ZIP-bestand.', en: 'This is not a ZIP file.' },
    advice: {
      nl: 'Kies een ZIP-bestand. Een andere naam maakt van een bestand geen ZIP.',
      en: 'Choose a ZIP file. Renaming a file does not turn it into a ZIP.',
    },
  },
  archive_truncated: {
    message: {
      nl: 'Het archief is niet compleet: het einde ontbreekt.',
      en: 'The archive is incomplete: its end is missing.',
    },
    advice: SEND_AGAIN,
  },
  archive_upload_too_large: {
    message: {
      nl: 'Het archief is {value}; toegestaan is hooguit {limit}.',
      en: 'The archive is {value}; at most {limit} is allowed.',
    },
    advice: SPLIT,
  },
  archive_prepended_data: {
    message: {
      nl: 'Vóór de inhoud van het archief staan gegevens die er niet bij horen.',
      en: 'There is data in front of the archive that does not belong to it.',
    },
    advice: {
      nl: 'Een zelfuitpakkend archief wordt niet gelezen. Pak het uit en maak er een gewoon ZIP-bestand van.',
      en: 'Self-extracting archives are not read. Extract it and create a plain ZIP file.',
    },
  },
  archive_trailing_data: {
    message: {
      nl: 'Na het einde van het archief staan nog gegevens die er niet bij horen.',
      en: 'There is data after the end of the archive that does not belong to it.',
    },
    advice: ZIP_AGAIN,
  },
  archive_ambiguous_end: {
    message: {
      nl: 'Het archief heeft meer dan één einde en is dus op meerdere manieren te lezen.',
      en: 'The archive has more than one end, so it can be read in more than one way.',
    },
    advice: ZIP_AGAIN,
  },
  archive_multi_disk: {
    message: {
      nl: 'Dit is een deel van een gesplitst archief.',
      en: 'This is one part of a split archive.',
    },
    advice: {
      nl: 'Voeg de delen samen tot één ZIP-bestand en bied dat aan.',
      en: 'Join the parts into one ZIP file and upload that.',
    },
  },
  archive_directory_inconsistent: {
    message: {
      nl: 'De inhoudsopgave van het archief klopt niet met zichzelf.',
      en: 'The table of contents of the archive contradicts itself.',
    },
    advice: ZIP_AGAIN,
  },
  archive_directory_too_large: {
    message: {
      nl: 'De inhoudsopgave van het archief is {value}; toegestaan is hooguit {limit}.',
      en: 'The table of contents of the archive is {value}; at most {limit} is allowed.',
    },
    advice: SPLIT,
  },
  archive_empty: {
    message: {
      nl: 'Er zit geen enkel bestand in het archief.',
      en: 'There is not a single file in the archive.',
    },
    advice: {
      nl: 'Voeg bestanden toe aan het archief. Lege mappen tellen niet mee.',
      en: 'Add files to the archive. Empty folders do not count.',
    },
  },
  archive_too_many_entries: {
    message: {
      nl: 'Het archief bevat {value} bestanden en mappen; toegestaan is hooguit {limit}.',
      en: 'The archive holds {value} files and folders; at most {limit} is allowed.',
    },
    advice: SPLIT,
  },
  archive_entry_too_large: {
    message: {
      nl: '“{entry}” is uitgepakt {value}; toegestaan is hooguit {limit} per bestand.',
      en: '“{entry}” is {value} when extracted; at most {limit} per file is allowed.',
    },
    advice: {
      nl: 'Haal dit bestand uit het archief of splits het.',
      en: 'Take this file out of the archive or split it.',
    },
  },
  archive_total_too_large: {
    message: {
      nl: 'De inhoud is uitgepakt {value}; toegestaan is hooguit {limit}.',
      en: 'The contents are {value} when extracted; at most {limit} is allowed.',
    },
    advice: SPLIT,
  },
  archive_ratio_too_high: {
    message: {
      nl: '“{entry}” wordt bij het uitpakken {value} keer zo groot; toegestaan is hooguit {limit} keer.',
      en: '“{entry}” becomes {value} times as large when extracted; at most {limit} times is allowed.',
    },
    advice: {
      nl: 'Zo werken ZIP-bommen. Haal dit bestand uit het archief.',
      en: 'This is how ZIP bombs work. Take this file out of the archive.',
    },
  },
  archive_unsupported_method: {
    message: {
      nl: '“{entry}” is ingepakt met een methode die niet wordt gelezen (nummer {value}).',
      en: '“{entry}” is compressed with a method that is not read (number {value}).',
    },
    advice: {
      nl: 'Maak het archief opnieuw met de gewone methode (Deflate of niet ingepakt).',
      en: 'Create the archive again with the usual method (Deflate or stored).',
    },
  },
  archive_encrypted: {
    message: {
      nl: '“{entry}” is versleuteld met een wachtwoord.',
      en: '“{entry}” is encrypted with a password.',
    },
    advice: {
      nl: 'Maak het archief opnieuw zonder wachtwoord.',
      en: 'Create the archive again without a password.',
    },
  },
  archive_symlink: {
    message: {
      nl: '“{entry}” is geen gewoon bestand maar een koppeling of apparaat.',
      en: '“{entry}” is not a regular file but a link or a device.',
    },
    advice: {
      nl: 'Vervang de koppeling door het bestand zelf en maak het archief opnieuw.',
      en: 'Replace the link by the file itself and create the archive again.',
    },
  },
  archive_path_traversal: {
    message: {
      nl: '“{entry}” wijst met “..” naar een plek buiten het archief.',
      en: '“{entry}” points outside the archive with “..”.',
    },
    advice: ZIP_AGAIN,
  },
  archive_path_absolute: {
    message: {
      nl: '“{entry}” heeft een absoluut pad (het begint met een schuine streep of een stationsletter).',
      en: '“{entry}” has an absolute path (it begins with a slash or a drive letter).',
    },
    advice: ZIP_AGAIN,
  },
  archive_path_too_deep: {
    message: {
      nl: '“{entry}” ligt {value} niveaus diep; toegestaan is hooguit {limit}.',
      en: '“{entry}” is {value} levels deep; at most {limit} is allowed.',
    },
    advice: {
      nl: 'Verplaats de bestanden naar minder diepe mappen en maak het archief opnieuw.',
      en: 'Move the files to less deeply nested folders and create the archive again.',
    },
  },
  archive_name_backslash: {
    message: {
      nl: '“{entry}” bevat een backslash (\\) in de naam.',
      en: '“{entry}” has a backslash (\\) in its name.',
    },
    advice: {
      nl: 'Maak het archief opnieuw, in Windows met Verkenner: Kopiëren naar › Gecomprimeerde (gezipte) map.',
      en: 'Create the archive again, in Windows with File Explorer: Send to › Compressed (zipped) folder.',
    },
  },
  archive_name_control_character: {
    message: {
      nl: '“{entry}” bevat een onzichtbaar stuurteken in de naam.',
      en: '“{entry}” has an invisible control character in its name.',
    },
    advice: RENAME,
  },
  archive_name_reserved: {
    message: {
      nl: '“{entry}” gebruikt een naam die Windows voor zichzelf houdt ({value}).',
      en: '“{entry}” uses a name that Windows keeps for itself ({value}).',
    },
    advice: RENAME,
  },
  archive_name_not_utf8: {
    message: {
      nl: 'De naam “{entry}” zegt UTF-8 te zijn, maar is het niet.',
      en: 'The name “{entry}” claims to be UTF-8, but is not.',
    },
    advice: ZIP_AGAIN,
  },
  archive_name_too_long: {
    message: {
      nl: 'Een deel van het pad “{entry}” is {value} bytes lang; toegestaan is hooguit {limit}.',
      en: 'A part of the path “{entry}” is {value} bytes long; at most {limit} is allowed.',
    },
    advice: RENAME,
  },
  archive_name_invalid: {
    message: {
      nl: '“{entry}” is geen bruikbare naam: een deel ervan is leeg of een losse punt.',
      en: '“{entry}” is not a usable name: a part of it is empty or a single dot.',
    },
    advice: ZIP_AGAIN,
  },
  archive_duplicate_name: {
    message: {
      nl: '“{entry}” komt vaker voor (hoofdletters en schrijfwijze van accenten tellen niet mee).',
      en: '“{entry}” occurs more than once (capitals and the spelling of accents make no difference).',
    },
    advice: RENAME,
  },
  archive_name_conflict: {
    message: {
      nl: '“{entry}” is tegelijk een bestand en een map.',
      en: '“{entry}” is a file and a folder at the same time.',
    },
    advice: ZIP_AGAIN,
  },
  archive_overlap: {
    message: {
      nl: '“{entry}” overlapt in het archief met een ander onderdeel.',
      en: '“{entry}” overlaps with another part of the archive.',
    },
    advice: ZIP_AGAIN,
  },
  archive_gap: {
    message: {
      nl: 'Na “{entry}” staan in het archief gegevens die bij geen enkel bestand horen.',
      en: 'After “{entry}” the archive holds data that belongs to no file.',
    },
    advice: ZIP_AGAIN,
  },
  archive_header_mismatch: {
    message: {
      nl: 'Het archief zegt op twee plaatsen iets anders over “{entry}”.',
      en: 'The archive says two different things about “{entry}”.',
    },
    advice: ZIP_AGAIN,
  },
  archive_extra_field_invalid: {
    message: {
      nl: 'De aanvullende gegevens bij “{entry}” kloppen niet.',
      en: 'The additional fields of “{entry}” are not valid.',
    },
    advice: ZIP_AGAIN,
  },
  archive_size_mismatch: {
    message: {
      nl: '“{entry}” is groter of kleiner dan het archief aangeeft.',
      en: '“{entry}” is larger or smaller than the archive states.',
    },
    advice: ZIP_AGAIN,
  },
  archive_data_damaged: {
    message: {
      nl: '“{entry}” is beschadigd en niet uit te pakken.',
      en: '“{entry}” is damaged and cannot be extracted.',
    },
    advice: SEND_AGAIN,
  },
  archive_crc_mismatch: {
    message: {
      nl: 'De controlesom van “{entry}” klopt niet: de inhoud is veranderd of beschadigd.',
      en: 'The checksum of “{entry}” is wrong: its contents were changed or damaged.',
    },
    advice: SEND_AGAIN,
  },
  archive_nested: {
    message: {
      nl: '“{entry}” is zelf een archief ({value}).',
      en: '“{entry}” is itself an archive ({value}).',
    },
    advice: {
      nl: 'Pak het uit en bied de inhoud los aan. Ook Word- en Excel-bestanden zijn archieven: bied die apart aan.',
      en: 'Extract it and upload its contents. Word and Excel files are archives too: upload those on their own.',
    },
  },
  archive_time_limit: {
    message: {
      nl: 'Het uitpakken duurde langer dan {limit} seconden en is gestopt.',
      en: 'Extracting took longer than {limit} seconds and was stopped.',
    },
    advice: SPLIT,
  },
  archive_more_refusals: {
    message: {
      nl: 'Er zijn nog {value} problemen met dit archief; de eerste {limit} staan hierboven.',
      en: 'There are {value} more problems with this archive; the first {limit} are listed above.',
    },
    advice: {
      nl: 'Los eerst de genoemde problemen op; vaak hebben ze dezelfde oorzaak.',
      en: 'Solve the listed problems first; they often have the same cause.',
    },
  },
  manifest_unreadable: {
    message: {
      nl: 'Het manifest is geen geldige JSON.',
      en: 'The manifest is not valid JSON.',
    },
    advice: {
      nl: 'Herstel manifest.json of laat het weg: een archief zonder manifest wordt ook gelezen.',
      en: 'Repair manifest.json or leave it out: an archive without a manifest is read too.',
    },
  },
  manifest_version_unsupported: {
    message: {
      nl: 'Het manifest heeft versie {value}; dit programma leest versie {limit}.',
      en: 'The manifest has version {value}; this program reads version {limit}.',
    },
    advice: {
      nl: 'Gebruik de versie van Lexport die het archief heeft gemaakt, of laat manifest.json weg.',
      en: 'Use the version of Lexport that made the archive, or leave manifest.json out.',
    },
  },
  manifest_shape_invalid: {
    message: {
      nl: 'Het manifest klopt niet bij {value}.',
      en: 'The manifest is not valid at {value}.',
    },
    advice: {
      nl: 'Herstel manifest.json of laat het weg: een archief zonder manifest wordt ook gelezen.',
      en: 'Repair manifest.json or leave it out: an archive without a manifest is read too.',
    },
  },
  manifest_digest_mismatch: {
    message: {
      nl: 'Het totaalkenmerk van het manifest hoort niet bij de bestanden die erin staan.',
      en: 'The overall digest of the manifest does not belong to the files it lists.',
    },
    advice: {
      nl: 'De lijst van bestanden is na het maken veranderd. Controleer waar het archief vandaan komt.',
      en: 'The list of files was changed after it was made. Check where the archive comes from.',
    },
  },
  manifest_file_missing: {
    message: {
      nl: '“{entry}” staat in het manifest, maar niet in het archief.',
      en: '“{entry}” is in the manifest, but not in the archive.',
    },
    advice: {
      nl: 'Controleer of het archief compleet is. Zonder dit bestand wordt de rest wel gelezen.',
      en: 'Check that the archive is complete. The rest is read without this file.',
    },
  },
  manifest_file_changed: {
    message: {
      nl: '“{entry}” is veranderd nadat het manifest is gemaakt.',
      en: '“{entry}” was changed after the manifest was made.',
    },
    advice: {
      nl: 'Hebt u het bestand zelf aangepast, dan kunt u doorgaan. Controleer anders de herkomst.',
      en: 'If you edited the file yourself you can go on. Otherwise check where it comes from.',
    },
  },
  manifest_file_unlisted: {
    message: {
      nl: '“{entry}” zit in het archief, maar staat niet in het manifest.',
      en: '“{entry}” is in the archive, but not in the manifest.',
    },
    advice: {
      nl: 'Hebt u het bestand zelf toegevoegd, dan kunt u doorgaan.',
      en: 'If you added the file yourself you can go on.',
    },
  },
  manifest_redacted: {
    message: {
      nl: 'Dit archief is geanonimiseerd geëxporteerd: op de plaats van gegevens staan aanduidingen zoals [BSN-1].',
      en: 'This archive was redacted when it was exported: placeholders such as [BSN-1] stand where there were data.',
    },
    advice: {
      nl: 'Werk er geen bestaande definities mee bij: de echte tekst zou door aanduidingen worden vervangen.',
      en: 'Do not update existing definitions with it: placeholders would take the place of the real text.',
    },
  },
  manifest_more_differences: {
    message: {
      nl: 'Er zijn nog {value} verschillen met het manifest; alleen de eerste {limit} staan hier.',
      en: 'There are {value} more differences from the manifest; only the first {limit} are shown.',
    },
    advice: {
      nl: 'Hebt u de bestanden zelf bewerkt, dan kunt u doorgaan.',
      en: 'If you edited the files yourself you can go on.',
    },
  },
  signature_missing: {
    message: {
      nl: 'Niemand heeft dit bestand ondertekend: waar het vandaan komt, is niet vast te stellen.',
      en: 'Nobody signed this file: where it comes from cannot be established.',
    },
    advice: {
      nl: 'Vraag de afzender om een ondertekend exportarchief van Lexport.',
      en: 'Ask the sender for a signed export archive of Lexport.',
    },
  },
  signature_key_unknown: {
    message: {
      nl: 'Het archief is ondertekend met sleutel {value}, die uw organisatie niet kent.',
      en: 'The archive is signed with key {value}, which your organisation does not know.',
    },
    advice: {
      nl: 'Controleer bij de afzender of de sleutel klopt en meld hem aan bij Sleutels van ketenpartners.',
      en: 'Check with the sender that the key is theirs and enrol it under Keys of chain partners.',
    },
  },
  signature_key_expired: {
    message: {
      nl: 'Het archief is ondertekend met de sleutel van {value}, waarvan de geldigheid voorbij is.',
      en: 'The archive is signed with the key of {value}, which is past its validity.',
    },
    advice: {
      nl: 'Laat de ketenpartner de sleutel verlengen, of vraag een archief met een nieuwe.',
      en: 'Have the chain partner renew the key, or ask for an archive with a new one.',
    },
  },
  signature_key_revoked: {
    message: {
      nl: 'Het archief is ondertekend met de sleutel van {value}, die is ingetrokken.',
      en: 'The archive is signed with the key of {value}, which was revoked.',
    },
    advice: {
      nl: 'Vertrouw dit archief niet. Neem contact op met de ketenpartner.',
      en: 'Do not trust this archive. Contact the chain partner.',
    },
  },
  signature_forged: {
    message: {
      nl: 'De handtekening van het archief klopt niet: zij is vervalst of beschadigd.',
      en: 'The signature of the archive does not hold: it is forged or damaged.',
    },
    advice: {
      nl: 'Vraag het archief opnieuw op bij de afzender, langs een andere weg.',
      en: 'Ask the sender for the archive again, by another way.',
    },
  },
  signature_content_changed: {
    message: {
      nl: 'Na de ondertekening is het archief veranderd: {value} bestanden zijn niet meer wat er ondertekend is.',
      en: 'The archive was changed after it was signed: {value} files are no longer what was signed.',
    },
    advice: {
      nl: 'Hebt u het zelf bewerkt, dan kunt u doorgaan. Controleer anders de herkomst.',
      en: 'If you edited it yourself you can go on. Otherwise check where it comes from.',
    },
  },
};
