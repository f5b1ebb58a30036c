/** What stands behind "Bron:" — provisions of law, rulings and other sources, told apart by how they are written. */
type MarkdownSources = {
  legalBasis: string[];
  sources: { title: string }[];
  caseReferences: { kind: 'ecli'; value: string }[];
};

const PROVISION = /\b(?:art(?:ikel(?:en)?|t?\.)?|afdeling|titel|boek|bijlage|hoofdstuk|paragraaf)\s*\d/i;
/** A longer one is somebody's reasoning with provisions in it. */
const MAX_CITATION = 150;
/** An ECLI that lost its colons, which wikis do not allow in names. */
const BARE_ECLI = /\bECLI([A-Z]{2})([A-Z]{1,7})(\d{4})([A-Z0-9.]{1,25})\b/;

/** Reads a list of sources; commas are part of one, unless they stand behind a wiki's reference. */
export function markdownSources(text: string): MarkdownSources {
  const found: MarkdownSources = { legalBasis: [], sources: [], caseReferences: [] };
  for (const part of text.split(/(?<=\]\])\s*,/)) {
    const entry = withoutCommas(part.replace(/\[\[|\]\]/g, '').replace(/\s+/g, ' '));
    if (entry === '') continue;
    const ecli = BARE_ECLI.exec(entry);
    if (ecli) {
      found.caseReferences.push({ kind: 'ecli', value: `ECLI:${ecli.slice(1).join(':')}` });
      const title = withoutCommas(entry.replace(ecli[0], ''));
      if (title !== '') found.sources.push({ title });
    } else if (entry.length <= MAX_CITATION && PROVISION.test(entry)) found.legalBasis.push(entry);
    else found.sources.push({ title: entry });
  }
  return found;
}

/** A text without the commas and spaces around it, however many. */
function withoutCommas(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ', '.includes(text[start] ?? '')) start += 1;
  while (end > start && ', '.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}
