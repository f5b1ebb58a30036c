ALTER TABLE "partner_keys" DROP CONSTRAINT "partner_keys_job_id_jobs_id_fk";
--> statement-breakpoint
ALTER TABLE "proofs" DROP CONSTRAINT "proofs_job_id_jobs_id_fk";
