import { describe, expect, it } from 'vitest';
import { eventName, eventText } from './event-texts.ts';
import { EVENT_FACTS, EVENT_TYPES, eventOfArrow, isToldToPeople, WEBHOOK_EVENTS } from './events.ts';
import { arrowOf, FINAL_STATUSES, JOB_EVENTS } from './job-status.ts';
import { LOCALES } from './locale.ts';
import { allChoices, choiceOf } from './notification-choices.ts';

const DATA = {
  batch: { id: 'b', name: 'Nachtelijke controle', jobs: 2, status: 'completed_with_errors' },
  job: { id: 'j', name: 'Import', total: 1200, succeeded: 1, unchanged: 2, skipped: 3, failed: 4, cancelled: 5 },
  artifact: { id: 'a', fileName: 'export.zip' },
  webhook: { id: 'w', name: 'Zaaksysteem' },
};

describe('events', () => {
  it.each(JOB_EVENTS)('are left by %s when and only when it ends a job, or by choice', (arrow) => {
    const type = eventOfArrow(arrow);
    if (FINAL_STATUSES.includes(arrowOf(arrow).to)) expect(type).not.toBeNull();
    if (type) expect(EVENT_TYPES).toContain(type);
  });

  it('are named after what they carry', () => {
    // What is approved is a job.
    const subjectOf = (type: string) => type.split('.')[0]?.replace('approval', 'job');
    for (const type of EVENT_TYPES) expect(EVENT_FACTS[type].carries).toContain(subjectOf(type));
  });

  it('of the telling itself are not for webhooks', () => {
    expect(EVENT_TYPES.filter((type) => !WEBHOOK_EVENTS.includes(type))).toEqual(['webhook.disabled']);
  });

  it('tell people of a good end once: of one job by the job, of several by the batch', () => {
    for (const jobs of [1, 2])
      expect([isToldToPeople('job.completed', jobs), isToldToPeople('batch.finished', jobs)]).toEqual([
        jobs === 1,
        jobs > 1,
      ]);
    expect(isToldToPeople('job.failed', 2)).toBe(true);
  });
});

describe('the texts of events', () => {
  it.each(EVENT_TYPES)('of %s leave nothing open and differ by language', (type) => {
    const [nl, en] = LOCALES.map((locale) =>
      eventText(type, { ...DATA, job: { ...DATA.job, rolledBack: 6, rollbackConflict: 7 } }, locale),
    );
    expect(`${nl?.title} ${nl?.text} ${en?.title} ${en?.text}`).not.toMatch(/[{}]/);
    expect(nl).not.toEqual(en);
    for (const locale of LOCALES) expect(eventName(type, locale)).toMatch(/^\p{Lu}[\p{L}\- ]+$/u);
  });

  it('write numbers and states as their language does', () => {
    expect(eventText('job.completed_with_errors', DATA, 'nl').text).toBe('Mislukt: 4 van 1.200 items.');
    expect(eventText('batch.finished', DATA, 'en').text).toBe('All 2 jobs have ended: completed with errors.');
  });
});

describe('choices', () => {
  it('are one’s own, or what is usual', () => {
    const own = { 'job.failed': { inbox: false, email: false } };
    expect(choiceOf('job.failed', own)).toEqual({ inbox: false, email: false });
    expect(choiceOf('job.failed', {})).toEqual({ inbox: true, email: true });
    expect(Object.keys(allChoices(own))).toEqual([...EVENT_TYPES]);
  });
});
