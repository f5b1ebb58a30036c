import type { Span } from './hit.ts';

/** Parts of texts about law that look like numbers of people and cases: where a law, a judgment or a publication is named. */
const FORMS: readonly RegExp[] = [
  /\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}/gi,
  /\bLJN:?\s?[A-Z]{2}\d{4}\b/g,
  /\bjci\d(?:\.\d{1,2}){1,2}:[cv]:[^\s<>"]{1,300}/gi,
  /\bBWB[A-Z]\d{7}\b/g,
  /\bCVDR\d{1,9}(?:_\d{1,4})?\b/g,
  /\b(?:CELEX:?\s?)?[1-9C](?:19|20)\d{2}[A-Z]{1,2}\d{4}\b/g,
  /https?:\/\/[^\s<>"]{1,500}/gi,
  // Stb. 2002, 123; Stcrt. 2011, 1234; Trb. 1999, 1; PbEU 2016, L 119/1; NJ 2010/123
  /\b(?:Stb|Stcrt|Trb|PbE[UG]|PB|NJ|NJB|RvdW|AB|JB|JOR|JIN|RSV|VR|NbSr)\.?\s(?:19|20)\d{2}[,/]\s?(?:nr\.\s?)?(?:[LC]\s)?\d{1,6}(?:[/-]\d{1,5})?/g,
  /\bKamerstukken\s(?:I{1,2}|EK|TK)?\s?\d{4}[/-]\d{2,4},?\s\d{2}\s?\d{3}(?:[- ][IVXLCDM]+)?,?\s?(?:nr\.?\s?\w{1,4}|[A-Z]\b)?/g,
  /\b(?:Verordening|Richtlijn|Besluit|Kaderbesluit)\s(?:\((?:EU|EG|EEG|JBZ)\)\s)?(?:nr\.\s)?\d{1,4}\/\d{1,4}(?:\/(?:EU|EG|EEG|JBZ))?/g,
  /\bIS[BS]N(?:-1[03])?:?\s?[\dX -]{8,20}/gi,
  /\b(?:RSIN|fiscaal nummer|KvK(?:-nummer)?|Kamer van Koophandel|OIN|BIG-nummer|AGB(?:-code)?)[\s:]{0,3}(?:nummer\s|nr\.\s)?\d[\d .]{6,24}/gi,
  /\b(?:artikel(?:en)?|art\.|artt\.)\s\d[\p{L}\d:.]{0,20}/giu,
  /\b(?:blz\.|pagina|p\.|pp\.|r\.o\.|rov\.|randnummer)\s\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?![\d/.-])/gi,
  /(?:€|EUR|\$|£)\s?\d[\d. ]{0,20}(?:,(?:\d{1,2}|-))?/g,
];
const MAY_HAVE = /\d/;

/** What only looks like a hit, from left to right in the order of its forms. */
export function findLookAlikes(text: string): Span[] {
  if (!MAY_HAVE.test(text)) return [];
  return FORMS.flatMap((form) =>
    [...text.matchAll(form)].map(({ 0: written, index }) => ({ start: index, end: index + written.length })),
  );
}
