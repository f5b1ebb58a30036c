import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Where SQL is written; tests, benches and migrations say nothing to anybody. */
const FOLDERS = ['db', 'server'];
const NOT_SHOWN = /\.test\.ts$|\/testing\/|server\/(bench|chaos)\/|db\/(migrations|schema|seed)\//;
const OF_DEFINITIONS = /\b(?:FROM|JOIN|UPDATE|USING|INTO)\s+definitions\b/;
const THROUGH = /from '(?:\.|#db\/queries)\/(?:visible-definitions|definition-filter)\.ts'/;

/** What touches definitions without asking who looks, and why nobody is told more by it than they may know. */
const NEED_NOT: Record<string, string> = {
  'db/queries/advance-check.ts': 'takes the highest classification of the items of a job, for that job',
  'db/queries/apply-definitions.ts': 'writes what was staged for the job, at the versions it was decided against',
  'db/queries/copy-items.ts': 'takes up items of a job that whoever asks may see',
  'db/queries/decide-selected.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/erase-definitions.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/fill-text-keys.ts': 'housekeeping: tells nobody',
  'db/queries/forget-higher.ts': 'takes away what is too high to be read of, and shows nothing',
  'db/queries/insert-definitions.ts': 'only adds',
  'db/queries/link-relations-by-term.ts':
    'links what is stored; whoever follows a link looks it up with their own eyes',
  'db/queries/list-definition-versions.ts':
    'of one definition that was read through the condition; each version by its own classification',
  'db/queries/list-items.ts': 'of a job that whoever asks may see, and so each of its items',
  'db/queries/list-origins.ts':
    'of one definition that was read through the condition, by jobs each with its own classification',
  'db/queries/mark-deleted.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/mark-held.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/people-of-definitions.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/preview-undo.ts':
    'the items of a job that whoever asks may see; a name counts as taken where the database refuses it',
  'db/queries/proof-items.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/read-look-up-keys.ts': 'takes its condition from find-neighbours.ts',
  'db/queries/read-selected-images.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/redacted-traces.ts': 'takes out of old jobs what was redacted, and shows none of it',
  'db/queries/require-approval.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/set-hint-bits.ts': 'reads what the job wrote, and answers nothing',
  'db/queries/undo-definitions.ts': 'the items of a job that whoever asks may see',
  'db/queries/update-definition.ts': 'one definition that was read, and locked, through the condition',
  'db/queries/write-redacted.ts': 'the items of the job, which were frozen through the condition',
  'db/queries/write-relations.ts': 'links what is stored; whoever follows a link looks it up with their own eyes',
};

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => relative(ROOT, join(ROOT, folder, name)))
    .filter((name) => name.endsWith('.ts') && !NOT_SHOWN.test(name)),
);

it('is where every query over definitions takes its condition from, but for those named here with a reason', () => {
  const without = files.filter((name) => {
    const text = readFileSync(join(ROOT, name), 'utf8');
    return OF_DEFINITIONS.test(text) && !THROUGH.test(text);
  });
  expect(without.sort()).toEqual(Object.keys(NEED_NOT).sort());
});
