CREATE TYPE "public"."approval_subject" AS ENUM('plan', 'undo');--> statement-breakpoint
CREATE TYPE "public"."retention_action" AS ENUM('archive', 'delete', 'anonymise', 'erase');--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'retain';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'anonymise';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'erase';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'to_delete';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'to_anonymise';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'to_erase';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'nothing_to_anonymise';--> statement-breakpoint
CREATE TABLE "approval_settings" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "approval_settings_version_positive" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_retention" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"years" jsonb NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "audit_retention_one" CHECK (id = 1),
	CONSTRAINT "audit_retention_version_positive" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "retention_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"action" "retention_action" NOT NULL,
	"criteria" jsonb NOT NULL,
	"reason" text NOT NULL,
	"schedule_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "retention_policies_version_positive" CHECK (version > 0),
	CONSTRAINT "retention_policies_texts" CHECK (name <> '' and reason <> '')
);
--> statement-breakpoint
ALTER TABLE "definition_reviews" ALTER COLUMN "answered_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "subject" "approval_subject" DEFAULT 'plan' NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "undo_needs_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "approval_settings" ADD CONSTRAINT "approval_settings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_settings" ADD CONSTRAINT "approval_settings_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_retention" ADD CONSTRAINT "audit_retention_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_policies" ADD CONSTRAINT "retention_policies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_policies" ADD CONSTRAINT "retention_policies_schedule_id_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_policies" ADD CONSTRAINT "retention_policies_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "retention_policies_organisation_id_index" ON "retention_policies" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_always_approved" CHECK (needs_approval or operation::text not in ('redact', 'anonymise', 'erase'));--> statement-breakpoint
CREATE OR REPLACE FUNCTION lexport_requires_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM approvals a WHERE a.job_id = NEW.id AND a.started_by = NEW.created_by AND a.status = 'approved'
      AND a.subject = TG_ARGV[0]::approval_subject) THEN
    RAISE EXCEPTION 'Job % needs the approval of somebody else', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
DROP TRIGGER jobs_require_approval ON jobs;--> statement-breakpoint
CREATE TRIGGER jobs_require_approval BEFORE UPDATE OF status ON jobs FOR EACH ROW
  WHEN (NEW.needs_approval AND NEW.status = 'running' AND OLD.status <> 'running')
  EXECUTE FUNCTION lexport_requires_approval('plan');--> statement-breakpoint
CREATE TRIGGER jobs_require_approval_of_undo BEFORE UPDATE OF status ON jobs FOR EACH ROW
  WHEN (NEW.undo_needs_approval AND NEW.status = 'rolling_back' AND OLD.finished_at IS NOT NULL)
  EXECUTE FUNCTION lexport_requires_approval('undo');--> statement-breakpoint
-- Taking the mark off would be a way around somebody else's yes.
CREATE FUNCTION lexport_approval_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Job % goes on needing the approval of somebody else', OLD.id USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER jobs_approval_stays BEFORE UPDATE OF needs_approval, undo_needs_approval ON jobs FOR EACH ROW
  WHEN ((OLD.needs_approval AND NOT NEW.needs_approval) OR (OLD.undo_needs_approval AND NOT NEW.undo_needs_approval))
  EXECUTE FUNCTION lexport_approval_stays();
