import { pageOfEvent } from '#domain/event-page.ts';
import { eventText } from '#domain/event-texts.ts';
import type { EventType } from '#domain/events.ts';
import type { Locale } from '#domain/locale.ts';

/** An e-mail about an event, ready to be handed in. */
export type Letter = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
};

type About = {
  deliveryId: string;
  type: EventType;
  data: Readonly<Record<string, unknown>>;
  person: { name: string; email: string; locale: Locale };
};

const WORDS = {
  nl: {
    dear: 'Dag',
    open: 'Bekijken in Lexport',
    why: 'U krijgt dit bericht omdat u daarvoor hebt gekozen, of omdat het zonder uw keuze zo is. U kunt dat zelf instellen:',
  },
  en: {
    dear: 'Dear',
    open: 'Open in Lexport',
    why: 'You get this message because you chose to, or because that is so without a choice. You can set that yourself:',
  },
} as const;

/**
 * What an event says by e-mail, in the person's language: the same sentences as in their inbox, the way back, and where one stops
 * this. Plain text, and the same as simple HTML; names of batches and files, nothing of a definition.
 */
export function letterOf({ deliveryId, type, data, person }: About, publicUrl: string): Letter {
  const { title: whole, text } = eventText(type, data, person.locale);
  const title = oneLine(whole);
  const words = WORDS[person.locale];
  const page = publicUrl + pageOfEvent(data);
  const settings = `${publicUrl}/notifications/settings`;
  const greeting = `${words.dear} ${person.name},`;
  return {
    to: { name: person.name, address: person.email },
    subject: `[Lexport] ${title}`,
    text: [greeting, `${title}\n${text}`, `${words.open}: ${page}`, `-- \n${words.why} ${settings}`, ''].join('\n\n'),
    html: [
      `<!doctype html><html lang="${person.locale}"><head><meta charset="utf-8"><title>${html(title)}</title></head>`,
      '<body style="font-family:sans-serif;line-height:1.5">',
      `<p>${html(greeting)}</p><p><strong>${html(title)}</strong><br>${html(text)}</p>`,
      `<p><a href="${html(page)}">${html(words.open)}</a></p>`,
      `<p><small>${html(words.why)} <a href="${html(settings)}">${html(settings)}</a></small></p></body></html>`,
    ].join('\n'),
    // The same at every attempt, so that a mail program shows one that came twice once.
    messageId: `<${deliveryId}@${new URL(publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 200);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
