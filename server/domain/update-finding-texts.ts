import type { FindingText } from './finding.ts';

const MEND_FIRST = {
  nl: 'Verbeter de definitie en laat haar opnieuw vaststellen.',
  en: 'Correct the definition and have it established again.',
};
const GIVE_A_REASON = {
  nl: 'Verbeter de definitie, of geef een reden op om haar toch vast te stellen.',
  en: 'Correct the definition, or give a reason to establish it all the same.',
};

/** What changing a definition, deleting it or putting it back can run into. */
export const UPDATE_FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  definition_gone: {
    message: {
      nl: 'De definitie is verwijderd nadat de selectie is gemaakt.',
      en: 'The definition was removed after the selection was made.',
    },
    advice: {
      nl: 'Maak een nieuwe selectie als u dit niet verwacht.',
      en: 'Make a new selection if you did not expect this.',
    },
  },
  transition_not_allowed: {
    message: {
      nl: 'Een definitie met de status “{from}” kan niet rechtstreeks “{to}” worden.',
      en: 'A definition with the status “{from}” cannot become “{to}” directly.',
    },
    advice: {
      nl: 'Breng de definitie eerst naar een status die daarvoor komt, bijvoorbeeld “In review” vóór “Vastgesteld”.',
      en: 'First bring the definition to a status that comes before, such as “In review” before “Established”.',
    },
  },
  gate_no_context: {
    message: {
      nl: 'De definitie heeft geen organisatorische of juridische context en geen wettelijke basis.',
      en: 'The definition has no organisational or legal context and no legal basis.',
    },
    advice: {
      nl: 'Vul minstens een van deze drie in; zonder context kan een definitie niet worden vastgesteld.',
      en: 'Fill in at least one of these three; without a context a definition cannot be established.',
    },
  },
  gate_critical: {
    message: {
      nl: 'De controle heeft ernstige bezwaren ({count}): {rules}.',
      en: 'The check has grave objections ({count}): {rules}.',
    },
    advice: MEND_FIRST,
  },
  gate_score_too_low: {
    message: {
      nl: 'De kwaliteitsscore is {score}; onder {least} kan een definitie niet worden vastgesteld.',
      en: 'The quality score is {score}; below {least} a definition cannot be established.',
    },
    advice: MEND_FIRST,
  },
  gate_score_low: {
    message: {
      nl: 'De kwaliteitsscore is {score}; vanaf {least} is een definitie goed genoeg.',
      en: 'The quality score is {score}; from {least} on a definition is good enough.',
    },
    advice: GIVE_A_REASON,
  },
  gate_serious: {
    message: {
      nl: 'De controle heeft bezwaren ({count}): {rules}.',
      en: 'The check has objections ({count}): {rules}.',
    },
    advice: GIVE_A_REASON,
  },
  gate_category_low: {
    message: {
      nl: 'Op één van de onderdelen taal, juridisch, structuur of samenhang is de score {score}; {least} is nodig.',
      en: 'In one of the parts language, legal, structure or coherence the score is {score}; {least} is needed.',
    },
    advice: GIVE_A_REASON,
  },
  gate_no_legal_basis: {
    message: { nl: 'De wettelijke basis ontbreekt.', en: 'The legal basis is missing.' },
    advice: GIVE_A_REASON,
  },
};
