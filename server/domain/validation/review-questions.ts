import type { LocalisedText } from '#domain/locale.ts';

/** Does the definition answer the question? `no` is a reason to change it, and keeps nothing from happening. */
export const REVIEW_ANSWERS = ['yes', 'no'] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

/** A rule of the guidance that no machine can decide. */
export type ReviewQuestion = { id: string; name: LocalisedText; question: LocalisedText };

/** What a person has to judge by reading; asked, and never counted. */
export const REVIEW_QUESTIONS: readonly ReviewQuestion[] = [
  {
    id: 'ESS-03',
    name: { nl: 'Exemplaren zijn te onderscheiden', en: 'Instances can be told apart' },
    question: {
      nl: 'Kunt u van twee gevallen zeggen of het hetzelfde exemplaar is, en ze tellen?',
      en: 'Can you say of two cases whether they are the same instance, and count them?',
    },
  },
  {
    id: 'ESS-04',
    name: { nl: 'Toetsbaarheid', en: 'Testability' },
    question: {
      nl: 'Komen twee deskundigen met deze definitie bij elk geval tot hetzelfde antwoord?',
      en: 'Would two experts with this definition come to the same answer in every case?',
    },
  },
  {
    id: 'ESS-05',
    name: { nl: 'Voldoende onderscheidend', en: 'Sufficiently distinguishing' },
    question: {
      nl: 'Blijkt waarin dit begrip verschilt van de begrippen die erop lijken?',
      en: 'Does it show how this term differs from those that resemble it?',
    },
  },
  {
    id: 'SAM-01',
    name: { nl: 'Kwalificatie leidt niet tot afwijking', en: 'A qualification does not change the meaning' },
    question: {
      nl: 'Betekent het begrip met zijn bijvoeglijke bepaling nog hetzelfde als in het gewone gebruik?',
      en: 'With its qualification, does the term still mean what it commonly means?',
    },
  },
  {
    id: 'SAM-07',
    name: { nl: 'Geen betekenisverruiming', en: 'No widening of the meaning' },
    question: {
      nl: 'Valt er niets onder deze definitie dat niet onder de term valt?',
      en: 'Does nothing fall under this definition that does not fall under the term?',
    },
  },
];
