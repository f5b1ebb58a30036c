import type { Detected, UploadPreview } from '#contract/reading.ts';
import { type ColumnMappingRow, findColumnMappings } from '#db/queries/column-mappings.ts';
import { findUpload } from '#db/queries/find-upload.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { headersKey } from '#server/column-mappings/headers-key.ts';
import type { TableLook } from '#server/formats/look-at-table.ts';
import { asNamed, mappingFor } from '#server/formats/same-columns.ts';
import type { Services } from '#server/services.ts';
import { lookAtTables } from './look-at-tables.ts';
import { lookAtUpload } from './look-at-upload.ts';
import { placeOf } from './place-of.ts';
import { requirePlaces } from './require-places.ts';
import { tableView } from './table-view.ts';

/** Words of closed lists are gathered from so many rows; what comes after is said of its own row by the check. */
const MOST_ROWS = 2_000;

/**
 * How an upload would come in when it is read with these choices: what it is, what its columns are for, and its first rows with
 * their checks; of an archive the same of the tables in it, those with the same columns together.
 *
 * @throws Problem `not_found`, also for another organisation's, `not_allowed`, or `invalid_request` for a file that is not in it
 */
export async function previewUpload(
  services: Services,
  actor: Actor,
  id: string,
  choices: ReadChoices,
): Promise<UploadPreview> {
  await requireAction(services, actor, 'batch:start', { type: 'upload', id });
  const upload = await findUpload(services.pool, id, actor);
  if (!upload) throw new Problem('not_found');
  await requirePlaces(services, upload, choices);
  const { detected, table, file, problems } = await lookAtUpload(services, upload, choices, MOST_ROWS);
  const inside = detected.files ? await lookAtTables(services, upload, choices, MOST_ROWS) : null;
  const looks = [table, ...(inside?.groups ?? []).map(({ first }) => first.table)];
  const saved = await savedFor(services, actor, looks);
  const chosenFor = (look: TableLook | null) =>
    choices.mapping ?? (look?.top ? mappingFor(choices.mappings ?? [], look.top.cells) : undefined) ?? null;
  const [ofFile = null, ...ofGroups] = saved;
  return {
    detected: { ...detected, mapping: orSaved(detected.mapping, ofFile) },
    ...tableView(table, file, chosenFor(table), ofFile),
    ...placeOf(table),
    problems,
    tables: (inside?.groups ?? []).map(({ places, first }, at) => {
      const before = ofGroups[at] ?? null;
      return {
        places,
        problems: first.problems,
        headers: namesOf(first.table),
        mapping: orSaved(first.detected.mapping, before),
        ...tableView(first.table, first.file, chosenFor(first.table), before),
      };
    }),
    tablesLeft: inside?.left ?? 0,
  };
}

/** What the organisation made of each of these tables before. */
async function savedFor({ pool }: Services, { organisationId }: Actor, looks: readonly (TableLook | null)[]) {
  const keys = looks.map((look) => (look?.top ? headersKey(namesOf(look)) : null));
  const rows = await findColumnMappings(pool, organisationId, {
    headersKeys: keys.flatMap((key) => key ?? []),
  });
  const byKey = new Map(rows.map((row) => [row.headersKey, row]));
  return keys.map((key, at) => {
    const row = key === null ? undefined : byKey.get(key);
    return row ? { ...row, mapping: asNamed(row.mapping, namesOf(looks[at] ?? null)) } : null;
  });
}

function orSaved(need: Detected['mapping'], saved: ColumnMappingRow | null): Detected['mapping'] {
  return saved && (need === 'needed' || need === 'offered') ? 'saved' : need;
}

function namesOf(table: TableLook | null): string[] {
  return table?.top?.header.columns.map(({ name }) => name) ?? [];
}
