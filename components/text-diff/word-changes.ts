import { diffWordsWithSpace } from 'diff';

export type WordChange = { kind: 'same' | 'removed' | 'added'; text: string };

/** Longer than this a comparison word by word is not worth waiting for: the texts are shown as replaced. */
const TIMEOUT_MS = 400;

/**
 * What became of a text, in words. Neighbouring changes that only share a space are joined ("the old one" for "a new one"
 * reads as one replacement, not three), with what was removed before what was added.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = diffWordsWithSpace(before, after, { timeout: TIMEOUT_MS });
  if (!parts) return replaced(before, after);
  const changes: WordChange[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    changes.push(...replaced(removed, added));
    removed = '';
    added = '';
  };
  parts.forEach((part, index) => {
    if (part.removed) removed += part.value;
    else if (part.added) added += part.value;
    else if (removed && added && index < parts.length - 1 && part.value.trim() === '') {
      removed += part.value;
      added += part.value;
    } else {
      flush();
      changes.push({ kind: 'same', text: part.value });
    }
  });
  flush();
  return changes;
}

function replaced(before: string, after: string): WordChange[] {
  const changes: WordChange[] = [];
  if (before) changes.push({ kind: 'removed', text: before });
  if (after) changes.push({ kind: 'added', text: after });
  return changes;
}
