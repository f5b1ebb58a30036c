CREATE TYPE "public"."approval_status" AS ENUM('requested', 'approved', 'refused', 'withdrawn', 'expired');--> statement-breakpoint
CREATE TYPE "public"."hit_decision" AS ENUM('redact', 'leave');--> statement-breakpoint
CREATE TYPE "public"."redaction_kind" AS ENUM('email', 'iban', 'parketnummer', 'proces_verbaal', 'cjib', 'birth_date', 'address', 'zaaknummer', 'phone', 'bsn', 'plate', 'term');--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'redact';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'to_redact';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'nothing_to_redact';--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"started_by" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"plan_digest" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"status" "approval_status" DEFAULT 'requested' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "approvals_ended" CHECK ((status = 'requested') = (decided_at is null)),
	CONSTRAINT "approvals_by_somebody_else" CHECK (status not in ('approved', 'refused') or (decided_by is not null and decided_by <> started_by and decided_by <> requested_by)),
	CONSTRAINT "approvals_reasons" CHECK (reason <> '' and (status not in ('approved', 'refused') or coalesce(decision_reason, '') <> ''))
);
--> statement-breakpoint
CREATE TABLE "redaction_hits" (
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"version" integer NOT NULL,
	"path" text NOT NULL,
	"starts_at" integer NOT NULL,
	"stops_at" integer NOT NULL,
	"kind" "redaction_kind" NOT NULL,
	"number" integer NOT NULL,
	"decision" "hit_decision" DEFAULT 'redact' NOT NULL,
	CONSTRAINT "redaction_hits_job_id_position_ordinal_pk" PRIMARY KEY("job_id","position","ordinal"),
	CONSTRAINT "redaction_hits_range" CHECK (starts_at >= 0 and starts_at < stops_at)
);
--> statement-breakpoint
CREATE TABLE "redaction_numbered" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redaction_placeholders" (
	"scope" uuid NOT NULL,
	"kind" "redaction_kind" NOT NULL,
	"value_hash" text NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "redaction_placeholders_scope_kind_value_hash_pk" PRIMARY KEY("scope","kind","value_hash"),
	CONSTRAINT "redaction_placeholders_number" UNIQUE("scope","kind","number"),
	CONSTRAINT "redaction_placeholders_number_positive" CHECK (number > 0)
);
--> statement-breakpoint
CREATE TABLE "redaction_settings" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"terms" text[] NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "redaction_settings_version_positive" CHECK (version > 0)
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "needs_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_by_starter" UNIQUE("id","created_by");--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_job_id_started_by_jobs_id_created_by_fk" FOREIGN KEY ("job_id","started_by") REFERENCES "public"."jobs"("id","created_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction_hits" ADD CONSTRAINT "redaction_hits_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction_numbered" ADD CONSTRAINT "redaction_numbered_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction_settings" ADD CONSTRAINT "redaction_settings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redaction_settings" ADD CONSTRAINT "redaction_settings_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approvals_by_organisation" ON "approvals" USING btree ("organisation_id","status","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_open" ON "approvals" USING btree ("job_id") WHERE status = 'requested';--> statement-breakpoint
-- Whoever can write to `jobs` but not to `approvals` gets no further than the plan, whatever the application believes.
CREATE FUNCTION lexport_requires_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM approvals a WHERE a.job_id = NEW.id AND a.started_by = NEW.created_by AND a.status = 'approved') THEN
    RAISE EXCEPTION 'Job % needs the approval of somebody else', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER jobs_require_approval BEFORE UPDATE OF status ON jobs FOR EACH ROW
  WHEN (NEW.needs_approval AND NEW.status = 'running' AND OLD.status <> 'running')
  EXECUTE FUNCTION lexport_requires_approval();
