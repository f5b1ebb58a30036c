CREATE TYPE "public"."partner_kind" AS ENUM('partner', 'device');--> statement-breakpoint
CREATE TYPE "public"."policy_choice" AS ENUM('accept', 'warn', 'refuse');--> statement-breakpoint
CREATE TYPE "public"."proof_kind" AS ENUM('definition', 'archive');--> statement-breakpoint
CREATE TABLE "enrolment_challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"nonce" "bytea" NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by_job" uuid,
	CONSTRAINT "enrolment_challenges_nonce_unique" UNIQUE("nonce")
);
--> statement-breakpoint
CREATE TABLE "enrolment_requests" (
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"public_key" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "enrolment_requests_job_id_position_pk" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
CREATE TABLE "partner_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"key_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"name" text NOT NULL,
	"kind" "partner_kind" NOT NULL,
	"enrolled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"enrolled_by" uuid NOT NULL,
	"job_id" uuid,
	"valid_until" timestamp with time zone NOT NULL,
	"renewed_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoked_reason" text,
	CONSTRAINT "partner_keys_once" UNIQUE("organisation_id","public_key"),
	CONSTRAINT "partner_keys_length" CHECK (octet_length(public_key) = 32),
	CONSTRAINT "partner_keys_revoked" CHECK ((revoked_at is null) = (revoked_reason is null))
);
--> statement-breakpoint
CREATE TABLE "proof_seals" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "proof_seals_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"job_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"root" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL,
	"leaves" "bytea" NOT NULL,
	CONSTRAINT "proof_seals_jobId_unique" UNIQUE("job_id"),
	CONSTRAINT "proof_seals_complete" CHECK (size > 0 and octet_length(leaves) = 32 * size)
);
--> statement-breakpoint
CREATE TABLE "proofs" (
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" "proof_kind" NOT NULL,
	"hash" "bytea" NOT NULL,
	"label" text,
	"subject_id" uuid NOT NULL,
	"version" integer,
	"locked_at" timestamp with time zone NOT NULL,
	"seal" integer,
	"place" integer,
	CONSTRAINT "proofs_job_id_position_pk" PRIMARY KEY("job_id","position"),
	CONSTRAINT "proofs_hash_length" CHECK (octet_length(hash) = 32),
	CONSTRAINT "proofs_sealed" CHECK ((seal is null) = (place is null))
);
--> statement-breakpoint
CREATE TABLE "provenance_settings" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"unsigned" "policy_choice" NOT NULL,
	"foreign" "policy_choice" NOT NULL,
	"changed" "policy_choice" NOT NULL,
	"broken" "policy_choice" NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "provenance_settings_version_positive" CHECK (version > 0)
);
--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "provenance" jsonb;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "provenance" jsonb;--> statement-breakpoint
ALTER TABLE "enrolment_challenges" ADD CONSTRAINT "enrolment_challenges_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_challenges" ADD CONSTRAINT "enrolment_challenges_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_challenges" ADD CONSTRAINT "enrolment_challenges_used_by_job_jobs_id_fk" FOREIGN KEY ("used_by_job") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_requests" ADD CONSTRAINT "enrolment_requests_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_keys" ADD CONSTRAINT "partner_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_keys" ADD CONSTRAINT "partner_keys_enrolled_by_users_id_fk" FOREIGN KEY ("enrolled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_keys" ADD CONSTRAINT "partner_keys_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_keys" ADD CONSTRAINT "partner_keys_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_seals" ADD CONSTRAINT "proof_seals_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_seals" ADD CONSTRAINT "proof_seals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_seals" ADD CONSTRAINT "proof_seals_key_id_audit_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."audit_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_seal_proof_seals_number_fk" FOREIGN KEY ("seal") REFERENCES "public"."proof_seals"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenance_settings" ADD CONSTRAINT "provenance_settings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenance_settings" ADD CONSTRAINT "provenance_settings_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enrolment_challenges_by_time" ON "enrolment_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "partner_keys_by_key" ON "partner_keys" USING btree ("key_id");--> statement-breakpoint
CREATE INDEX "proofs_by_hash" ON "proofs" USING btree ("organisation_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "proofs_once" ON "proofs" USING btree ("organisation_id","subject_id","hash");--> statement-breakpoint
CREATE INDEX "proofs_by_seal" ON "proofs" USING btree ("seal","place");--> statement-breakpoint
CREATE TRIGGER proof_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "proof_seals"
FOR EACH STATEMENT EXECUTE FUNCTION lexport_refuse_change();--> statement-breakpoint
-- What is in a sealed tree stays as it is; a proof without one goes when its job is taken back.
CREATE FUNCTION lexport_proof_is_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The proof of item % of job % is sealed', OLD.position, OLD.job_id USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER proofs_sealed_stay BEFORE UPDATE OR DELETE ON "proofs" FOR EACH ROW
  WHEN (OLD.seal IS NOT NULL) EXECUTE FUNCTION lexport_proof_is_sealed();--> statement-breakpoint
-- A key that was revoked vouches for nothing, ever again, and is not forgotten either.
CREATE TRIGGER partner_keys_no_removal BEFORE DELETE OR TRUNCATE ON "partner_keys"
FOR EACH STATEMENT EXECUTE FUNCTION lexport_refuse_change();--> statement-breakpoint
CREATE FUNCTION lexport_key_is_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Key % was revoked', OLD.key_id USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER partner_keys_stay_revoked BEFORE UPDATE ON "partner_keys" FOR EACH ROW
  WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION lexport_key_is_revoked();
