import type { FindingText } from './finding.ts';
import type { LocalisedText } from './locale.ts';

const NOTHING_TO_DO = {
  nl: 'U hoeft niets te doen als dit klopt.',
  en: 'There is nothing to do if this is right.',
};
const MEND_AT_SOURCE = {
  nl: 'Dit belet het importeren niet. Laat het herstellen door wie het begrippenkader beheert.',
  en: 'This does not prevent the import. Have it mended by those who maintain the concept scheme.',
};

/** Where the profile itself speaks of a violation, and not of a warning. */
const violation = ({ nl, en }: LocalisedText): LocalisedText => ({
  nl: `NL-SBB noemt dit een overtreding. ${nl}`,
  en: `NL-SBB calls this a violation. ${en}`,
});

/** What a reader of linked data can say: about the file, and about what NL-SBB and SKOS ask of a vocabulary. */
export const SKOS_FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  rdf_broken: {
    message: {
      nl: 'Het bestand is niet te lezen als linked data: het gaat mis op regel {line}.',
      en: 'The file cannot be read as linked data: it goes wrong at line {line}.',
    },
    advice: {
      nl: 'Herstel die plaats, of exporteer het begrippenkader opnieuw.',
      en: 'Mend that place, or export the concept scheme again.',
    },
  },
  rdf_unreadable: {
    message: {
      nl: 'Het bestand is niet te lezen als linked data ({reason}).',
      en: 'The file cannot be read as linked data ({reason}).',
    },
    advice: {
      nl: 'Exporteer het begrippenkader opnieuw, of kies een andere vorm, bijvoorbeeld Turtle.',
      en: 'Export the concept scheme again, or choose another form, for instance Turtle.',
    },
  },
  rdf_doctype: {
    message: {
      nl: 'Het bestand heeft een DOCTYPE. Dat wordt geweigerd, omdat er entiteiten in kunnen staan die het bestand opblazen of iets ophalen.',
      en: 'The file has a DOCTYPE. That is refused, because entities in it can blow up the file or fetch something.',
    },
    advice: {
      nl: 'Exporteer het begrippenkader zonder DOCTYPE, of als Turtle.',
      en: 'Export the concept scheme without a DOCTYPE, or as Turtle.',
    },
  },
  rdf_context_remote: {
    message: {
      nl: 'Het bestand verwijst voor de betekenis van zijn namen naar {url}. Er wordt nooit iets opgehaald.',
      en: 'The file refers to {url} for the meaning of its names. Nothing is ever fetched.',
    },
    advice: {
      nl: 'Neem de inhoud van “@context” op in het bestand zelf, of exporteer als Turtle.',
      en: 'Put the contents of “@context” in the file itself, or export as Turtle.',
    },
  },
  rdf_too_deep: {
    message: {
      nl: 'Het bestand is te diep genest: meer dan {depth} niveaus.',
      en: 'The file is nested too deep: more than {depth} levels.',
    },
    advice: { nl: 'Exporteer het begrippenkader als Turtle.', en: 'Export the concept scheme as Turtle.' },
  },
  rdf_too_many_statements: {
    message: {
      nl: 'Het bestand bevat meer dan {limit} uitspraken.',
      en: 'The file has more than {limit} statements.',
    },
    advice: {
      nl: 'Verdeel het begrippenkader over meer bestanden.',
      en: 'Spread the concept scheme over several files.',
    },
  },
  skos_no_concepts: {
    message: {
      nl: 'Het bestand is linked data, maar er staan geen begrippen (skos:Concept) in.',
      en: 'The file is linked data, but there are no concepts (skos:Concept) in it.',
    },
    advice: {
      nl: 'Controleer of u het begrippenkader hebt gekozen, en niet een model of een set regels.',
      en: 'Check that you have chosen the concept scheme, and not a model or a set of rules.',
    },
  },
  skos_scheme_missing: {
    message: {
      nl: 'Het bestand noemt geen begrippenkader (skos:ConceptScheme).',
      en: 'The file names no concept scheme (skos:ConceptScheme).',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_scheme_untitled: {
    message: {
      nl: 'Het begrippenkader {value} heeft geen titel (dct:title).',
      en: 'The concept scheme {value} has no title (dct:title).',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_scheme_not_declared: {
    message: {
      nl: 'Het begrip hoort bij {value}, maar dat is in dit bestand geen begrippenkader.',
      en: 'The concept belongs to {value}, but that is no concept scheme in this file.',
    },
    advice: violation(MEND_AT_SOURCE),
  },
  skos_type_missing: {
    message: {
      nl: 'Het bestand zegt niet van dit begrip dat het een begrip is (rdf:type skos:Concept). Het is als begrip gelezen, omdat het een voorkeursterm of een definitie heeft.',
      en: 'The file does not say of this concept that it is one (rdf:type skos:Concept). It was read as a concept, because it has a preferred term or a definition.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_text_expected: {
    message: {
      nl: 'Bij {property} hoort een gewone tekst te staan, maar er staat een verwijzing of een ander soort waarde.',
      en: '{property} should hold a plain text, but holds a reference or another kind of value.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_target_unnamed: {
    message: {
      nl: '{property} hoort te verwijzen naar iets met een naam (een IRI), maar er staat een tekst of iets zonder naam.',
      en: '{property} should lead to something that has a name (an IRI), but leads to a text or to something without a name.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_label_only_xl: {
    message: {
      nl: 'De voorkeursterm “{value}” staat er alleen in de uitgebreide vorm (SKOS-XL); NL-SBB vraagt ook skos:prefLabel.',
      en: 'The preferred term “{value}” is only there in the extended form (SKOS-XL); NL-SBB asks for skos:prefLabel too.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_label_not_dutch: {
    message: {
      nl: 'Het begrip heeft geen Nederlandse voorkeursterm; “{value}” is gebruikt.',
      en: 'The concept has no Dutch preferred term; “{value}” was used.',
    },
    advice: {
      nl: 'U hoeft niets te doen als de definitie in een andere taal hoort te zijn.',
      en: 'There is nothing to do if the definition is meant to be in another language.',
    },
  },
  skos_in_scheme_missing: {
    message: {
      nl: 'Bij het begrip staat niet bij welk begrippenkader het hoort (skos:inScheme).',
      en: 'The concept does not say which concept scheme it belongs to (skos:inScheme).',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_mapping_elsewhere: {
    message: {
      nl: 'Het begrip komt overeen met wat niet in dit bestand staat, zoals {value} (aantal: {count}). Of dat begrippen zijn, is niet nagegaan.',
      en: 'The concept matches what is not in this file, such as {value} (count: {count}). Whether those are concepts was not checked.',
    },
    advice: NOTHING_TO_DO,
  },
  skos_source_text: {
    message: {
      nl: 'De bron “{value}” is een tekst; NL-SBB vraagt een brondocument met een titel, een vindplaats of een bronverwijzing.',
      en: 'The source “{value}” is a text; NL-SBB asks for a source document with a title, an address or a citation.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_source_untitled: {
    message: {
      nl: 'Een bron heeft geen titel (dct:title) waarvan de taal is gegeven.',
      en: 'A source has no title (dct:title) that says which language it is in.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_source_properties: {
    message: {
      nl: 'Een bron is niet beschreven zoals NL-SBB vraagt: {properties}. Uitleg heeft een taal, een vindplaats is een adres en een bronverwijzing is een tekst zonder taal.',
      en: 'A source is not described as NL-SBB asks: {properties}. A comment has a language, a page is an address and a citation is a text without a language.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_scheme_is_collection: {
    message: {
      nl: '{value} is een collectie, en kan niet ook een begrippenkader zijn.',
      en: '{value} is a collection, and cannot be a concept scheme as well.',
    },
    advice: violation(MEND_AT_SOURCE),
  },
  skos_scheme_untagged: {
    message: {
      nl: 'Bij {value} staat van deze teksten niet in welke taal ze zijn: {properties}.',
      en: 'These texts of {value} do not say which language they are in: {properties}.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_top_concept_unknown: {
    message: {
      nl: 'Het begrippenkader noemt als topbegrip iets dat in dit bestand geen begrip is: {value}.',
      en: 'The concept scheme names as its top concept something that is no concept in this file: {value}.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_collection_untitled: {
    message: {
      nl: 'De collectie {value} heeft geen naam (skos:prefLabel).',
      en: 'The collection {value} has no name (skos:prefLabel).',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_member_unknown: {
    message: {
      nl: 'Een collectie bevat iets dat in dit bestand geen begrip en geen collectie is: {value}.',
      en: 'A collection has a member that is neither a concept nor a collection in this file: {value}.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_relation_from_non_concept: {
    message: {
      nl: '{value} is geen begrip, maar heeft toch een relatie die alleen begrippen hebben: {property}.',
      en: '{value} is no concept, and has a relation all the same that only concepts have: {property}.',
    },
    advice: violation(MEND_AT_SOURCE),
  },
  skos_notation_shared: {
    message: {
      nl: 'De code “{value}” staat bij meer dan één begrip van hetzelfde begrippenkader.',
      en: 'The code “{value}” belongs to more than one concept of the same scheme.',
    },
    advice: violation({
      nl: 'Geef elk begrip een eigen code. Tot dan is niet te zien welk begrip met de code wordt bedoeld.',
      en: 'Give each concept a code of its own. Until then nobody can tell which concept the code means.',
    }),
  },
  skos_pref_label_shared: {
    message: {
      nl: 'De voorkeursterm “{value}” staat bij meer dan één begrip van hetzelfde begrippenkader.',
      en: 'The preferred term “{value}” belongs to more than one concept of the same scheme.',
    },
    advice: {
      nl: 'Maak de termen verschillend, of geef de begrippen elk hun eigen context.',
      en: 'Make the terms different, or give each concept a context of its own.',
    },
  },
  skos_pref_label_several: {
    message: {
      nl: 'Er is meer dan één voorkeursterm in dezelfde taal ({language}); één is gebruikt, de andere is bewaard bij de overige gegevens.',
      en: 'There is more than one preferred term in the same language ({language}); one was used, the other is kept with the other data.',
    },
    advice: {
      nl: 'Controleer het begrip, en maak van de andere termen alternatieve termen.',
      en: 'Check the term, and make the others alternative terms.',
    },
  },
  skos_labels_overlap: {
    message: {
      nl: '“{value}” staat bij hetzelfde begrip als meer dan één soort term: voorkeursterm, alternatieve term of zoekterm.',
      en: '“{value}” is more than one kind of term of the same concept: preferred, alternative or hidden.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_label_empty: {
    message: { nl: 'Er staat een lege term bij het begrip.', en: 'The concept has an empty term.' },
    advice: MEND_AT_SOURCE,
  },
  skos_language_missing: {
    message: {
      nl: 'Bij deze teksten staat niet in welke taal ze zijn: {properties}. Ze zijn gelezen in de taal van het begrip.',
      en: 'These texts do not say which language they are in: {properties}. They were read in the language of the concept.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_language_invalid: {
    message: { nl: '“{value}” is geen taalcode.', en: '“{value}” is not a language code.' },
    advice: MEND_AT_SOURCE,
  },
  skos_other_language: {
    message: {
      nl: 'Deze tekst is er alleen in een andere taal dan de rest: {language}.',
      en: 'This text is only there in another language than the rest: {language}.',
    },
    advice: {
      nl: 'Controleer de tekst, en voeg een vertaling toe.',
      en: 'Check the text, and add a translation.',
    },
  },
  skos_top_concept_broader: {
    message: {
      nl: 'Het begrip staat bovenaan het begrippenkader, maar heeft toch een bovenliggend begrip.',
      en: 'The concept is at the top of its scheme, and has a broader concept all the same.',
    },
    advice: violation(MEND_AT_SOURCE),
  },
  skos_class_clash: {
    message: {
      nl: 'Iets kan niet tegelijk een begrip zijn en {other}.',
      en: 'Nothing can be a concept and {other} at the same time.',
    },
    advice: violation(MEND_AT_SOURCE),
  },
  skos_mapping_inside_scheme: {
    message: {
      nl: '{property} verwijst naar een begrip van hetzelfde begrippenkader: {value}. Overeenkomsten zijn er voor begrippen van een ander kader.',
      en: '{property} leads to a concept of the same scheme: {value}. Mappings are for concepts of another scheme.',
    },
    advice: violation({
      nl: 'Gebruik binnen een begrippenkader “bovenliggend”, “onderliggend” of “gerelateerd”.',
      en: 'Within a scheme, use broader, narrower or related.',
    }),
  },
  skos_mapping_clash: {
    message: {
      nl: '{property} en {other} verwijzen allebei naar {value}; ze sluiten elkaar uit.',
      en: '{property} and {other} both lead to {value}; they exclude each other.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_related_clash: {
    message: {
      nl: '“{value}” is gerelateerd, maar staat in de hiërarchie ook boven of onder dit begrip.',
      en: '“{value}” is related, but is also above or below this concept in the hierarchy.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_relation_to_non_concept: {
    message: {
      nl: 'Een relatie verwijst naar iets dat geen begrip is: {value}. Ze is bewaard bij de overige gegevens.',
      en: 'A relation leads to something that is no concept: {value}. It is kept with the other data.',
    },
    advice: MEND_AT_SOURCE,
  },
  skos_target_elsewhere: {
    message: {
      nl: 'Een relatie verwijst naar een begrip dat niet in dit bestand staat: {value}. Ze is bewaard bij de overige gegevens.',
      en: 'A relation leads to a concept that is not in this file: {value}. It is kept with the other data.',
    },
    advice: {
      nl: 'Voeg na het importeren zelf een relatie toe als dat begrip er al is.',
      en: 'Add a relation yourself after the import if that concept is there already.',
    },
  },
  skos_hierarchy_cycle: {
    message: {
      nl: 'De hiërarchie loopt in een kring: {path}.',
      en: 'The hierarchy runs in a circle: {path}.',
    },
    advice: {
      nl: 'Bepaal welk begrip bovenaan hoort en verwijder de relatie die terugloopt.',
      en: 'Decide which concept belongs at the top and remove the relation that leads back.',
    },
  },
  skos_orphan: {
    message: {
      nl: 'Het begrip heeft geen enkele relatie met een ander begrip, en staat ook niet bovenaan.',
      en: 'The concept has no relation with any other concept, and is not at the top either.',
    },
    advice: NOTHING_TO_DO,
  },
  skos_relation_to_itself: {
    message: {
      nl: 'Het begrip verwijst naar zichzelf: {properties}.',
      en: 'The concept leads to itself: {properties}.',
    },
    advice: {
      nl: 'Verwijder de relatie, of laat haar wijzen naar het begrip dat is bedoeld.',
      en: 'Remove the relation, or let it lead to the concept that is meant.',
    },
  },
  skos_related_siblings: {
    message: {
      nl: 'Het begrip is gerelateerd aan “{value}” en deelt er ook een bovenliggend begrip mee (aantal: {count}).',
      en: 'The concept is related to “{value}” and has a broader concept in common with it as well (count: {count}).',
    },
    advice: {
      nl: 'Laat de relatie staan als er meer verband is dan dat ene bovenliggende begrip. Verwijder haar anders: ze zegt dan niets extra’s.',
      en: 'Keep the relation if they have more to do with each other than that broader concept. Remove it otherwise: it then says nothing more.',
    },
  },
  skos_relation_one_way: {
    message: {
      nl: 'Het begrip verwijst naar “{value}”, maar dat verwijst niet terug (aantal: {count}). Verreweg de meeste relaties van dit bestand staan er van beide kanten.',
      en: 'The concept leads to “{value}”, which does not lead back (count: {count}). By far the most relations of this file are stated from both sides.',
    },
    advice: {
      nl: 'Controleer of de relatie klopt. Voeg haar ook van de andere kant toe, of verwijder haar als ze is achtergebleven.',
      en: 'Check that the relation is right. Add it from the other side too, or remove it if it was left behind.',
    },
  },
  skos_groups_apart: {
    message: {
      nl: 'De begrippen van dit bestand vallen uiteen in {count} groepen zonder relatie met elkaar. Naast de grootste groep: {groups}.',
      en: 'The concepts of this file fall apart into {count} groups without a relation between them. Beside the largest group: {groups}.',
    },
    advice: {
      nl: 'U hoeft niets te doen als de groepen over iets anders gaan. Voeg anders de ontbrekende relatie tussen de groepen toe.',
      en: 'There is nothing to do if the groups are about different things. Otherwise add the relation between them that is missing.',
    },
  },
  skos_status_unknown: {
    message: {
      nl: 'De status “{value}” is onbekend; een nieuwe definitie wordt een concept.',
      en: 'The status “{value}” is unknown; a new definition becomes a draft.',
    },
    advice: {
      nl: 'De status is bewaard bij de overige gegevens. Stel na het importeren zelf de juiste status in.',
      en: 'The status is kept with the other data. Set the right status yourself after the import.',
    },
  },
  skos_category_derived: {
    message: {
      nl: 'De categorie is gelezen als “exemplaar”, omdat het begrip een exemplaar van een ander begrip is.',
      en: 'The category was read as “exemplaar”, because the concept is an instance of another.',
    },
    advice: NOTHING_TO_DO,
  },
  skos_details_dropped: {
    message: {
      nl: 'Termen of notities hebben eigen gegevens, bijvoorbeeld een wijzigingsdatum. Alleen hun tekst is overgenomen.',
      en: 'Terms or notes have data of their own, a date of change for instance. Only their text was taken.',
    },
    advice: NOTHING_TO_DO,
  },
};
