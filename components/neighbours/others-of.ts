/** What leads from a finding to another definition. */
export type Other = {
  term: string;
  /** Its id where it has one; null for a term that stands in the upload only. */
  id: string | null;
  /** Its number in the upload, from 1; null where it is stored. */
  item: number | null;
};

type Finding = { code: string; params?: Record<string, string | number> | undefined };

/** The definition that a finding is about beside its own; null when it is about no other, or about several. */
export function otherOf({ params }: Finding): Other | null {
  if (!params || params.other === undefined || params.path !== undefined) return null;
  return {
    term: String(params.other),
    id: params.otherId === undefined ? null : String(params.otherId),
    item: params.otherItem === undefined ? null : Number(params.otherItem),
  };
}

/** The way round that a finding is about, from the definition back to it; null when there is none. */
export function pathOf({ params }: Finding): Other[] | null {
  if (params?.path === undefined) return null;
  const terms = String(params.path).split(' → ');
  const ids = String(params.pathIds ?? '')
    .split(' ')
    .filter(Boolean);
  return terms.map((term, index) => {
    const id = ids[index - 1];
    const isEnd = index === 0 || index === terms.length - 1;
    if (id === undefined || isEnd) return { term, id: null, item: null };
    return id.startsWith('#') ? { term, id: null, item: Number(id.slice(1)) } : { term, id, item: null };
  });
}

/** The terms that may have been meant by a relation that leads nowhere. */
export function meantOf({ params }: Finding): Other[] {
  if (!params?.meant) return [];
  const ids = String(params.meantIds ?? '').split(' ');
  return String(params.meant)
    .split(' · ')
    .map((term, index) => ({ term, id: ids[index] && ids[index] !== '-' ? (ids[index] as string) : null, item: null }));
}
