import { describe, expect, it } from 'vitest';
import { JOB_EVENTS } from '#domain/job-status.ts';
import { messagesOf } from './messages.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

/** The values a message asks for: `{name}` and `{count, plural, ...}`, not the words between the braces of a plural. */
function placeholders(message: string): string[] {
  const names = message.matchAll(/(?<!\b(?:one|other)\s|=\d+\s)\{(\w+)(?=[,}])/g);
  return [...names].map((match) => match[1] ?? '');
}

const nl = flatten(messagesOf('nl'));
const en = new Map(flatten(messagesOf('en')));

describe('the messages', () => {
  it('have the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual(nl.map(([key]) => key).sort());
  });

  it('ask in English for nothing that the Dutch original does not ask for', () => {
    const asksForMore = nl.filter(([key, dutch]) => {
      const given = placeholders(dutch);
      return placeholders(en.get(key) ?? '').some((name) => !given.includes(name));
    });
    expect(asksForMore).toEqual([]);
  });

  it('all say something', () => {
    expect([...nl, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('name every event of a job for the audit trail', () => {
    expect(Object.keys(messagesOf('nl').audit.actions.job)).toEqual(expect.arrayContaining([...JOB_EVENTS]));
  });
});
