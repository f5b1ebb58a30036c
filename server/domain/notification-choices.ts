import { EVENT_FACTS, EVENT_TYPES, type EventType } from './events.ts';

/** By what a person can be told. */
export const CHANNELS = ['inbox', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

export type Choice = Readonly<Record<Channel, boolean>>;
/** What a person chose otherwise than it is by itself. */
export type Choices = Readonly<Partial<Record<EventType, Choice>>>;

/** By what this person is told of an event: their own choice, or what it is by itself. */
export function choiceOf(type: EventType, choices: Choices): Choice {
  const { inbox, email } = EVENT_FACTS[type];
  return choices[type] ?? { inbox, email };
}

/** Every event with how this person is told of it. */
export function allChoices(choices: Choices): Record<EventType, Choice> {
  const entries = EVENT_TYPES.map((type) => [type, choiceOf(type, choices)]);
  return Object.fromEntries(entries) as Record<EventType, Choice>;
}
