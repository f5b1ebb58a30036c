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

export function nlSbbTarget(foldedName: string): NlSbbTarget | null {
  return TARGETS[foldedName] ?? null;
}

export function isNlSbbColumn(foldedName: string): boolean {
  return foldedName.startsWith('nlsbb') || foldedName.startsWith('extnlsbb');
}

/** The references of a relation cell: page titles, quoted and comma-separated when there are several. */
export function nlSbbReferences(cell: string): string[] {
  return cell
    .split(',')
    .map((reference) => reference.trim().replace(/^"|"$/g, ''))
    .filter(Boolean);
}
