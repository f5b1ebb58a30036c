import type { BatchStatus } from './batch-progress.ts';
import type { EventType, TEST_EVENT } from './events.ts';
import { fillIn, type Locale, type LocalisedText } from './locale.ts';
import { JOB_STATUS_NAMES } from './value-names.ts';

type Text = { title: LocalisedText; text: LocalisedText };

const ABOUT_FILES: LocalisedText = { nl: 'van de opdracht “{job}”', en: 'of the job “{job}”' };

/** What an event is called and what it says, to people: in the inbox, in an e-mail, and where they choose what they want to hear. */
const TEXTS: Readonly<Record<EventType, Text>> = {
  'batch.created': {
    title: { nl: 'Gestart: {batch}', en: 'Started: {batch}' },
    text: { nl: 'De batch is gestart.', en: 'The batch was started.' },
  },
  'batch.finished': {
    title: { nl: 'Batch klaar: {batch}', en: 'Batch ended: {batch}' },
    text: { nl: 'Alle {jobs} opdrachten zijn klaar: {status}.', en: 'All {jobs} jobs have ended: {status}.' },
  },
  'job.started': {
    title: { nl: 'Begonnen: {job}', en: 'Begun: {job}' },
    text: { nl: 'De verwerking is begonnen.', en: 'Processing has begun.' },
  },
  'job.awaiting_confirmation': {
    title: { nl: 'Wacht op akkoord: {job}', en: 'Waiting for approval: {job}' },
    text: {
      nl: 'De voorvertoning ({total} items) staat klaar. Er is nog niets gewijzigd.',
      en: 'The preview ({total} items) is ready. Nothing has been changed yet.',
    },
  },
  'job.paused': {
    title: { nl: 'Gepauzeerd: {job}', en: 'Paused: {job}' },
    text: { nl: 'De verwerking wacht tot iemand hervat.', en: 'Processing waits until somebody resumes it.' },
  },
  'job.paused_itself': {
    title: { nl: 'Pauzeert zichzelf: {job}', en: 'Paused itself: {job}' },
    text: {
      nl: 'Steeds dezelfde storing. De verwerking wordt vanzelf opnieuw geprobeerd.',
      en: 'The same disturbance again and again. Processing is tried again by itself.',
    },
  },
  'job.resumed': {
    title: { nl: 'Hervat: {job}', en: 'Resumed: {job}' },
    text: { nl: 'De verwerking gaat verder.', en: 'Processing goes on.' },
  },
  'job.completed': {
    title: { nl: 'Voltooid: {job}', en: 'Completed: {job}' },
    text: {
      nl: 'Geslaagd: {succeeded}. Ongewijzigd: {unchanged}. Overgeslagen: {skipped}.',
      en: 'Succeeded: {succeeded}. Unchanged: {unchanged}. Skipped: {skipped}.',
    },
  },
  'job.completed_with_errors': {
    title: { nl: 'Voltooid met fouten: {job}', en: 'Completed with errors: {job}' },
    text: { nl: 'Mislukt: {failed} van {total} items.', en: 'Failed: {failed} of {total} items.' },
  },
  'job.failed': {
    title: { nl: 'Mislukt: {job}', en: 'Failed: {job}' },
    text: {
      nl: 'De opdracht is mislukt. Op de pagina staat wat er misging en wat u kunt doen.',
      en: 'The job failed. The page says what went wrong and what you can do.',
    },
  },
  'job.cancelled': {
    title: { nl: 'Gestopt: {job}', en: 'Stopped: {job}' },
    text: { nl: 'Niet verwerkt: {cancelled} van {total} items.', en: 'Not processed: {cancelled} of {total} items.' },
  },
  'job.expired': {
    title: { nl: 'Verlopen: {job}', en: 'Expired: {job}' },
    text: {
      nl: 'Niemand heeft op tijd over de voorvertoning beslist. Er is niets gewijzigd.',
      en: 'Nobody decided over the preview in time. Nothing has been changed.',
    },
  },
  'job.rolled_back': {
    title: { nl: 'Teruggedraaid: {job}', en: 'Rolled back: {job}' },
    text: {
      nl: 'Teruggedraaid: {rolledBack}. Behouden omdat ze intussen gewijzigd zijn: {rollbackConflict}.',
      en: 'Rolled back: {rolledBack}. Kept since they were edited: {rollbackConflict}.',
    },
  },
  'job.rollback_failed': {
    title: { nl: 'Terugdraaien mislukt: {job}', en: 'Rollback failed: {job}' },
    text: {
      nl: 'Niet alles kon worden teruggedraaid. Op de pagina staat wat er nog is.',
      en: 'Not everything could be taken back. The page says what is left.',
    },
  },
  'approval.requested': {
    title: { nl: 'Goedkeuring gevraagd: {job}', en: 'Approval asked for: {job}' },
    text: {
      nl: 'De opdracht ({total} items) gaat pas door als iemand anders haar goedkeurt.',
      en: 'The job ({total} items) goes on only once somebody else approves it.',
    },
  },
  'approval.approved': {
    title: { nl: 'Goedgekeurd: {job}', en: 'Approved: {job}' },
    text: { nl: 'De opdracht wordt uitgevoerd.', en: 'The job is being carried out.' },
  },
  'approval.refused': {
    title: { nl: 'Niet goedgekeurd: {job}', en: 'Not approved: {job}' },
    text: {
      nl: 'Er is niets gewijzigd. Op de pagina staat waarom.',
      en: 'Nothing was changed. The page says why.',
    },
  },
  'approval.expired': {
    title: { nl: 'Niet op tijd besloten: {job}', en: 'Not decided in time: {job}' },
    text: {
      nl: 'Het verzoek om goedkeuring is verlopen. Er is niets gewijzigd; vraag het opnieuw, of breek de opdracht af.',
      en: 'The request for approval has expired. Nothing was changed; ask again, or give the job up.',
    },
  },
  'artifact.created': { title: { nl: 'Bestand klaar: {file}', en: 'File ready: {file}' }, text: ABOUT_FILES },
  'artifact.expired': { title: { nl: 'Bestand verlopen: {file}', en: 'File expired: {file}' }, text: ABOUT_FILES },
  'webhook.disabled': {
    title: { nl: 'Webhook uitgezet: {webhook}', en: 'Webhook turned off: {webhook}' },
    text: {
      nl: 'De ontvanger was te lang niet bereikbaar of bestaat niet meer. Zet de webhook weer aan als dat verholpen is.',
      en: 'The receiver could not be reached for too long, or is gone. Turn the webhook on again when that is mended.',
    },
  },
};

type Data = Readonly<Record<string, unknown>>;

/** The title and the sentence of an event, in one language. */
export function eventText(type: EventType, data: Data, locale: Locale): { title: string; text: string } {
  const params = paramsOf(data, locale);
  const { title, text } = TEXTS[type];
  return { title: fillIn(title[locale], params), text: fillIn(text[locale], params) };
}

/** What a kind of event is called where one chooses: its title without what it is about. */
export function eventName(type: EventType | typeof TEST_EVENT, locale: Locale): string {
  if (type === 'webhook.test') return { nl: 'Proefbericht', en: 'Test event' }[locale];
  return TEXTS[type].title[locale].replace(/:? \{\w+\}$/, '');
}

function paramsOf(data: Data, locale: Locale): Record<string, string> {
  const { batch, job, artifact, webhook } = data as Record<string, Data | undefined>;
  const format = new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB');
  const say = (value: unknown) => (typeof value === 'number' ? format.format(value) : String(value ?? ''));
  const counts = Object.entries(job ?? {}).filter(([, value]) => typeof value === 'number');
  const status = batch?.status as BatchStatus | undefined;
  return {
    ...Object.fromEntries(counts.map(([name, value]) => [name, say(value)])),
    batch: say(batch?.name),
    jobs: say(batch?.jobs),
    status: status ? JOB_STATUS_NAMES[status][locale].toLowerCase() : '',
    job: say(job?.name),
    file: say(artifact?.fileName),
    webhook: say(webhook?.name),
  };
}
