import type { Category, Classification, DefinitionStatus, Verdict, Visibility } from './definition.ts';
import type { Age } from './retention.ts';
import type { RuleCategory } from './validation/rule.ts';

/** Which definitions a person looks at; alternatives within a list, all lists together. Archived ones only when asked for. */
export type DefinitionFilterValues = {
  /** Words in Dutch, or the beginnings of words while somebody types; `"..."` and `-word` as in a web search. */
  q?: string | undefined;
  status?: DefinitionStatus[] | undefined;
  category?: Category[] | undefined;
  /** Values of organisationalContext. */
  organisation?: string[] | undefined;
  legalContext?: string[] | undefined;
  verdict?: Verdict[] | undefined;
  classification?: Classification[] | undefined;
  visibility?: Visibility[] | undefined;
  /** Ids of the organisations they belong to. */
  owner?: string[] | undefined;
  /** The code or rule id of one of its findings. */
  rule?: string | undefined;
  /** Scores, both inclusive, 0 to 1. */
  minScore?: number | undefined;
  maxScore?: number | undefined;
  /** A category of rules in which it does not have every point. */
  failsIn?: RuleCategory | undefined;
  /** At least so many days old, counted from what `ageOf` says; from its latest change when that is left out. */
  olderThanDays?: number | undefined;
  ageOf?: Age | undefined;
  /** Those the items of this job are about. */
  job?: string | undefined;
  /** True: only what was deleted, of any status. Otherwise none of that. */
  deleted?: boolean | undefined;
};

/** Which definitions a job is about: by hand, or everything that matched at a moment (ISO 8601), with exceptions. */
export type SelectionValues =
  | {
      ids: string[];
      /** True: deleted ones among them, and no others. */
      deleted?: boolean | undefined;
    }
  | {
      filter: DefinitionFilterValues;
      excludedIds: string[];
      asOf?: string | undefined;
    };

/** Whether a selection is about what was deleted; otherwise it holds none of that. */
export function selectsDeleted(selection: SelectionValues): boolean {
  return ('ids' in selection ? selection.deleted : selection.filter.deleted) === true;
}

/** The same selection, over what was deleted. */
export function ofDeleted(selection: SelectionValues): SelectionValues {
  if ('ids' in selection) return { ...selection, deleted: true };
  return { ...selection, filter: { ...selection.filter, deleted: true } };
}
