'use client';

import { useState } from 'react';
import { readTime } from './read-moment.ts';
import { cronOf } from './when.ts';

/** What one can choose from; anything else is a cron expression of one's own. */
export const REPEATS = ['daily', 'workdays', 'weekly', 'monthly', 'cron'] as const;

type Choice = {
  kind: (typeof REPEATS)[number];
  time: string;
  /** From 1, Monday, to 7. */
  days: number[];
  /** Of the month, or `last`. */
  day: string;
  cron: string;
};
type RepeatProblem = 'time' | 'days' | 'cron';

export type RepeatState = {
  choice: Choice;
  problem: RepeatProblem | null;
  choose: (part: Partial<Choice>) => void;
  /** The cron expression of what is chosen now; null while it is not whole. */
  cron: string | null;
  /** The same, and what is wrong shows. */
  read: () => string | null;
};

/** How often something is to start, as it is being chosen. */
export function useRepeat(): RepeatState {
  const [choice, setChoice] = useState<Choice>({ kind: 'workdays', time: '06:00', days: [1], day: '1', cron: '' });
  const [problem, setProblem] = useState<RepeatProblem | null>(null);
  const result = cronFrom(choice);
  return {
    choice,
    problem,
    choose: (part) => {
      setChoice((before) => ({ ...before, ...part }));
      setProblem(null);
    },
    cron: 'cron' in result ? result.cron : null,
    read: () => {
      setProblem('wrong' in result ? result.wrong : null);
      return 'cron' in result ? result.cron : null;
    },
  };
}

function cronFrom({ kind, time: text, days, day, cron }: Choice): { cron: string } | { wrong: RepeatProblem } {
  if (kind === 'cron') {
    const fields = cron.trim().split(/\s+/);
    return fields.length === 5 ? { cron: fields.join(' ') } : { wrong: 'cron' };
  }
  const time = readTime(text);
  if (!time) return { wrong: 'time' };
  if (kind === 'monthly') return { cron: cronOf({ kind, time, day: day === 'last' ? 'last' : Number(day) }) };
  if (kind !== 'weekly') return { cron: cronOf({ kind, time }) };
  return days.length > 0 ? { cron: cronOf({ kind, time, days }) } : { wrong: 'days' };
}
