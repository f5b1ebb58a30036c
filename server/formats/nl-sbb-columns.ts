import type { Examples, RelationType } from '#domain/definition.ts';

/** What a column of the JenV wiki's NL-SBB table means to us; `also` is a second field with the same text. */
type NlSbbTarget = { field: string; also?: string; kind?: keyof Examples; relation?: RelationType };

const TARGETS: Readonly<Record<string, NlSbbTarget>> = {
  nlsbbvoorkeursterm: { field: 'term', also: 'preferredTerm' },
  nlsbbnaambegrip: { field: 'term' },
  nlsbbdefinitie: { field: 'definition' },
  nlsbbalternatieveterm: { field: 'synonyms' },
  extnlsbbafkorting: { field: 'synonyms' },
  nlsbbtoelichting: { field: 'explanation' },
  nlsbbvoorbeeld: { field: 'examples', kind: 'sentence' },
  nlsbbheeftbron: { field: 'sources' },
  extnlsbbredactionelestatus: { field: 'status' },
  extnlsbbbegingeldigheid: { field: 'validFrom' },
  extnlsbbeindegeldigheid: { field: 'validUntil' },
  nlsbbheeftbovenliggendbegrip: { field: 'relations', relation: 'broader' },
  nlsbbisspecialisatievan: { field: 'relations', relation: 'broader' },
  nlsbbheeftonderliggendbegrip: { field: 'relations', relation: 'narrower' },
  nlsbbisgeneralisatievan: { field: 'relations', relation: 'narrower' },
  nlsbbisgerelateerdaan: { field: 'relations', relation: 'related' },
  nlsbbisonderdeelvan: { field: 'relations', relation: 'part_of' },
  nlsbbomvat: { field: 'relations', relation: 'has_part' },
  nlsbbisexemplaarvan: { field: 'relations', relation: 'instance_of' },
  nlsbbiscategorievan: { field: 'relations', relation: 'has_instance' },
};

/** Columns of the template without a field of ours; kept without a remark. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'nlsbbzoekterm nlsbbcode nlsbbuitleg nlsbbinkader nlsbbhistorienotitie nlsbbwijzigingsnotitie nlsbbredactionelenotitie ' +
    'nlsbbisexactovereenkomstig nlsbbisvrijwelovereenkomstig nlsbbisovereenkomstigverwant ' +
    'nlsbbheeftovereenkomstigbovenliggend nlsbbheeftovereenkomstigonderliggend'
  ).split(' '),
);

export function nlSbbTarget(foldedName: string): NlSbbTarget | null {
  return TARGETS[foldedName] ?? null;
}

export function isNlSbbColumn(foldedName: string): boolean {
  return foldedName.startsWith('nlsbb') || foldedName.startsWith('extnlsbb');
}

/** What the Geonovum template calls differently, its slip of the pen included. */
const GEONOVUM: Readonly<Record<string, string>> = {
  naam: 'nlsbbnaambegrip',
  heeftonderlliggendbegrip: 'nlsbbheeftonderliggendbegrip',
  historienotitie: 'nlsbbhistorienotitie',
};
/** Other tables have one of these without a preferred term that stands for it. */
const TERMS = ['begrip', 'begripsnaam', 'term'];

/**
 * The folded names of a header as the wiki writes them, when they are those of the Geonovum template: NL-SBB's own words for the
 * same columns, without a prefix. Any other header as it is.
 */
export function asNlSbb(folded: readonly string[]): string[] {
  const isTemplate =
    folded.includes('voorkeursterm') && folded.includes('definitie') && !TERMS.some((term) => folded.includes(term));
  if (!isTemplate) return [...folded];
  return folded.map((name) => {
    const wiki = GEONOVUM[name] ?? `nlsbb${name}`;
    return wiki in TARGETS || KEPT.has(wiki) ? wiki : name;
  });
}

/** The references of a relation cell: page titles, quoted and parted by commas (or what `separator` says) when there are several. */
export function nlSbbReferences(cell: string, separator: string | RegExp = ','): string[] {
  return cell
    .split(separator)
    .map((reference) => reference.trim().replace(/^"|"$/g, ''))
    .filter(Boolean);
}

/** A source as the wiki's tables write it, with `false` for what it lacks, in our words; anything else as it is. */
export function nlSbbSource(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || !('NLSBBNaamBrondocument' in entry)) return entry;
  const source = entry as Record<string, unknown>;
  const text = (name: string) => (typeof source[name] === 'string' ? source[name] : null);
  const citation = [text('NLSBBBronverwijzing'), text('NLSBBUitleg')].filter(Boolean).join(' – ');
  return { title: text('NLSBBNaamBrondocument'), uri: text('NLSBBURL'), citation: citation || null };
}
