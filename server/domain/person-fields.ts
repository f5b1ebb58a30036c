/**
 * Which fields beside the legal text name people: those who wrote, changed, reviewed or approved a definition, or who can be asked
 * about it. Told by what the field is called, in Dutch and English, with or without a vocabulary in front of it
 * (`dct:creator`, `http://purl.org/dc/terms/creator`).
 */
const NAMES: ReadonlySet<string> = new Set([
  'aangemaaktdoor',
  'aanspreekpunt',
  'afgekeurddoor',
  'approvedby',
  'approver',
  'auteur',
  'auteurs',
  'author',
  'authors',
  'beheerder',
  'behandelaar',
  'beoordeelddoor',
  'beoordelaar',
  'beoordelaars',
  'bewerker',
  'bewerktdoor',
  'changedby',
  'contact',
  'contactperson',
  'contactpersoon',
  'contactpoint',
  'contributor',
  'contributors',
  'createdby',
  'creator',
  'deletedby',
  'editedby',
  'editor',
  'editors',
  'gecontroleerddoor',
  'gemaaktdoor',
  'gewijzigddoor',
  'goedgekeurddoor',
  'goedkeurder',
  'indiener',
  'ingedienddoor',
  'lastmodifiedby',
  'maker',
  'medewerker',
  'modifiedby',
  'opgestelddoor',
  'opsteller',
  'redacteur',
  'redacteuren',
  'redacteurs',
  'reviewedby',
  'reviewer',
  'reviewers',
  'steller',
  'submitter',
  'toetser',
  'updatedby',
  'vastgestelddoor',
  'verwijderddoor',
  'voorgestelddoor',
]);

/** Whether a field of this name holds the name of a person. */
export function isPersonField(name: string): boolean {
  const own = name.split(/[/#:]/).at(-1) ?? name;
  return NAMES.has(own.toLowerCase().replace(/[^a-z]/g, ''));
}

/** A JSON value without the fields that name people, at any depth; the very same value when there are none. */
export function withoutPeople<T>(value: T): T {
  if (Array.isArray(value)) {
    const items = value.map((one) => withoutPeople(one));
    return (items.every((one, index) => one === value[index]) ? value : items) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  const before = Object.entries(value);
  const after = before
    .filter(([name]) => !isPersonField(name))
    .map(([name, one]): [string, unknown] => [name, withoutPeople(one)]);
  const isSame = after.length === before.length && after.every(([, one], index) => one === before[index]?.[1]);
  return isSame ? value : (Object.fromEntries(after) as T);
}
