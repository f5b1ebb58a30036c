import type { AnswerTable } from '#server/operations/query/answers-archive.ts';
import type { HashAnswer } from '#server/provenance/answer-hashes.ts';

const OUTCOMES: Readonly<Record<HashAnswer['outcome'], string>> = {
  locked: 'vergrendeld',
  known: 'bekend',
  unknown: 'onbekend',
  broken: 'bewijs klopt niet',
  malformed: 'geen hash',
};
const KINDS = { definition: 'definitie', archive: 'archief', upload: 'aangeboden bestand' };

/** Answers about hashes as a table: a row per proof and per thing that has the hash, and one for a hash without any. */
export const HASH_TABLE: AnswerTable = {
  header: [
    'gevraagd',
    'hash',
    'uitkomst',
    'soort',
    'naam',
    'versie',
    'huidig',
    'vergrendeld op',
    'zegel',
    'sleutel',
    'id',
  ],
  rowsOf(text) {
    const { asked, hash, outcome, proofs, known } = JSON.parse(text) as HashAnswer;
    const start = [asked, hash ?? '', OUTCOMES[outcome]];
    const rows = [
      ...proofs.map((one) => [
        ...[...start, KINDS[one.kind], one.label ?? '', versionOf(one), '', one.lockedAt],
        ...[one.seal === null ? '' : String(one.seal), one.keyId ?? '', one.subjectId],
      ]),
      ...known.map((one) => [
        ...[...start, KINDS[one.kind], one.label, versionOf(one), one.present ? 'ja' : 'nee', '', '', '', one.id],
      ]),
    ];
    return rows.length > 0 ? rows : [start];
  },
};

function versionOf({ version }: { version: number | null }): string {
  return version === null ? '' : String(version);
}
