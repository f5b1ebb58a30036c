import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { systemFor } from '#db/queries/move-job.ts';
import { readProvenanceSettings } from '#db/queries/provenance-settings.ts';
import type { Finding } from '#domain/finding.ts';
import { type Provenance, type ProvenancePolicy, underPolicy, verdictOf } from '#domain/provenance.ts';
import type { CheckWork } from '#server/operations/operation.ts';
import { compareWith, type Reckoned } from '#server/provenance/compare-with.ts';
import { type LookedAt, lookAtSignature } from '#server/provenance/look-at-signature.ts';
import { provenanceFindings } from '#server/provenance/provenance-findings.ts';
import type { SignatureFiles } from '#server/provenance/read-signature-files.ts';

/** Judges where an upload comes from while it is read, by the policy of the organisation as it is when the check begins. */
export class ProvenanceCheck {
  readonly #work: CheckWork;
  #policy: ProvenancePolicy | null = null;
  #looked: LookedAt | null = null;
  #provenance: Provenance | null = null;

  constructor(work: CheckWork) {
    this.#work = work;
  }

  /** Answers whether to go on: what is refused is not even read. */
  async begin(signed: SignatureFiles): Promise<boolean> {
    const { pool, job } = this.#work;
    this.#policy = await readProvenanceSettings(pool, job.organisationId);
    this.#looked = await lookAtSignature(pool, job.organisationId, signed);
    return this.#judge(this.#looked.found);
  }

  /** Whether files have to be compared before any is read: then nothing of a changed archive is kept, not even to be done again. */
  get comparesFirst(): boolean {
    return this.#policy?.changed === 'refuse' && (this.#looked?.statement !== null || this.signsFiles);
  }

  /** Whether files are signed one by one, so that each of them has to be hashed. */
  get signsFiles(): boolean {
    return (this.#looked?.files ?? null) !== null;
  }

  /** Answers whether to go on. */
  compare(reckoned: Reckoned): boolean {
    return this.#looked === null || this.#judge(compareWith(this.#looked, reckoned));
  }

  get findings(): Finding[] {
    return this.#provenance === null ? [] : provenanceFindings(this.#provenance);
  }

  /** Keeps what was found with the job, and tells the audit trail. */
  async record(): Promise<void> {
    const { job, write } = this.#work;
    const provenance = this.#provenance;
    if (!provenance) return;
    await write(async (sql) => {
      await sql.query('UPDATE jobs SET provenance = $2 WHERE id = $1', [job.id, JSON.stringify(provenance)]);
      const { signer, key, changed, changeCount, policy } = provenance;
      await insertAuditEntries(sql, systemFor(job), [
        {
          action: 'provenance.judged',
          subjectType: 'upload',
          subjectId: job.uploadId,
          jobId: job.id,
          details: {
            signer,
            key: key?.id ?? null,
            changed,
            changes: changeCount,
            policy,
            verdict: verdictOf(provenance),
          },
        },
      ]);
    });
  }

  #judge(found: Omit<Provenance, 'policy'>): boolean {
    this.#provenance = underPolicy(found, this.#policy as ProvenancePolicy);
    return verdictOf(this.#provenance) !== 'refuse';
  }
}
