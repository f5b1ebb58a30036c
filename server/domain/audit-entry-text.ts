/** An audit entry as it is hashed: text throughout, times in UTC to the microsecond, `details` as JSON. */
export type EntryText = {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string | null;
  role: string | null;
  organisationId: string | null;
  action: string;
  subjectType: string | null;
  subjectId: string | null;
  jobId: string | null;
  oldHash: string | null;
  newHash: string | null;
  reason: string | null;
  details: string;
  correlationId: string | null;
  ip: string | null;
  userAgent: string | null;
};
