CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- array_to_string is only STABLE; over text[] it is as immutable as a generated column needs it to be.
CREATE FUNCTION lexport_search_terms(term text, preferred_term text, synonyms text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(term || ' ' || coalesce(preferred_term, '') || ' ' || array_to_string(synonyms, ' '))
$$;--> statement-breakpoint
CREATE FUNCTION lexport_search(term text, preferred_term text, synonyms text[], definition text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.dutch', term || ' ' || coalesce(preferred_term, '')), 'A')
    || setweight(to_tsvector('pg_catalog.dutch', array_to_string(synonyms, ' ')), 'B')
    || setweight(to_tsvector('pg_catalog.dutch', definition), 'C')
$$;--> statement-breakpoint
CREATE TYPE "public"."classification" AS ENUM('openbaar', 'intern', 'vertrouwelijk');--> statement-breakpoint
CREATE TYPE "public"."definition_category" AS ENUM('type', 'proces', 'resultaat', 'exemplaar', 'ENT', 'ACT', 'REL', 'ATT', 'AUT', 'STA', 'OTH');--> statement-breakpoint
CREATE TYPE "public"."definition_status" AS ENUM('imported', 'draft', 'review', 'established', 'archived');--> statement-breakpoint
CREATE TYPE "public"."relation_type" AS ENUM('broader', 'narrower', 'related', 'part_of', 'has_part', 'instance_of', 'has_instance', 'depends_on');--> statement-breakpoint
CREATE TYPE "public"."ufo_category" AS ENUM('Kind', 'Event', 'Role', 'Phase', 'Relator', 'Mode', 'Quantity', 'Quality', 'Subkind', 'Category', 'Mixin', 'RoleMixin', 'PhaseMixin', 'Abstract', 'Relatie', 'Event Composition');--> statement-breakpoint
CREATE TYPE "public"."verdict" AS ENUM('valid', 'warnings', 'invalid');--> statement-breakpoint
CREATE TYPE "public"."item_outcome" AS ENUM('pending', 'succeeded', 'unchanged', 'skipped', 'failed', 'cancelled', 'rolled_back', 'rollback_conflict');--> statement-breakpoint
CREATE TYPE "public"."job_phase" AS ENUM('uploading', 'unpacking', 'checking', 'confirming', 'applying', 'finalizing', 'report');--> statement-breakpoint
CREATE TYPE "public"."job_status" AS ENUM('queued', 'checking', 'awaiting_confirmation', 'running', 'finalizing', 'cancelling', 'rolling_back', 'completed', 'completed_with_errors', 'failed', 'cancelled', 'rolled_back', 'rollback_failed', 'expired');--> statement-breakpoint
CREATE TYPE "public"."operation" AS ENUM('import', 'export');--> statement-breakpoint
CREATE TYPE "public"."plan_decision" AS ENUM('new', 'unchanged', 'update', 'new_version', 'duplicate', 'conflict', 'invalid', 'skip');--> statement-breakpoint
CREATE TYPE "public"."plan_reason" AS ENUM('not_there_yet', 'same_content', 'content_differs', 'twice_in_upload', 'established', 'archived', 'changed_since_export', 'identity_taken', 'has_errors', 'by_hand');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('viewer', 'editor', 'lead', 'auditor', 'admin');--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"role" text,
	"organisation_id" uuid,
	"action" text NOT NULL,
	"subject_type" text,
	"subject_id" text,
	"job_id" uuid,
	"old_hash" text,
	"new_hash" text,
	"reason" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"correlation_id" text,
	"ip" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "definition_relations" (
	"definition_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"type" "relation_type" NOT NULL,
	"target_term" text,
	"wanted_id" uuid,
	"target_id" uuid,
	CONSTRAINT "definition_relations_definition_id_position_pk" PRIMARY KEY("definition_id","position")
);
--> statement-breakpoint
CREATE TABLE "definition_versions" (
	"definition_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"job_id" uuid,
	CONSTRAINT "definition_versions_definition_id_version_pk" PRIMARY KEY("definition_id","version")
);
--> statement-breakpoint
CREATE TABLE "definitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"term" text NOT NULL,
	"definition" text NOT NULL,
	"category" "definition_category" NOT NULL,
	"status" "definition_status" NOT NULL,
	"ufo_category" "ufo_category",
	"organisational_context" text[] DEFAULT '{}' NOT NULL,
	"legal_context" text[] DEFAULT '{}' NOT NULL,
	"legal_basis" text[] DEFAULT '{}' NOT NULL,
	"preferred_term" text,
	"synonyms" text[] DEFAULT '{}' NOT NULL,
	"antonyms" text[] DEFAULT '{}' NOT NULL,
	"examples" jsonb NOT NULL,
	"explanation" text,
	"sources" jsonb NOT NULL,
	"case_references" jsonb NOT NULL,
	"legal_metadata" jsonb NOT NULL,
	"chain_partners" text[] DEFAULT '{}' NOT NULL,
	"classification" "classification" NOT NULL,
	"language" text NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"relations" jsonb NOT NULL,
	"extras" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"identity_key" text NOT NULL,
	"verdict" "verdict" NOT NULL,
	"quality_score" real NOT NULL,
	"rule_set_version" text NOT NULL,
	"findings" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"search_terms" text GENERATED ALWAYS AS (lexport_search_terms(term, preferred_term, synonyms)) STORED NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (lexport_search(term, preferred_term, synonyms, definition)) STORED NOT NULL,
	CONSTRAINT "definitions_version_positive" CHECK (version > 0),
	CONSTRAINT "definitions_term_present" CHECK (term <> ''),
	CONSTRAINT "definitions_score_range" CHECK (quality_score between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "artifacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "uploads_size_positive" CHECK (size > 0)
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_chunks" (
	"job_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"first" integer NOT NULL,
	"last" integer NOT NULL,
	"after" integer NOT NULL,
	"done" boolean DEFAULT false NOT NULL,
	"undone" boolean DEFAULT false NOT NULL,
	"items" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"output" jsonb,
	CONSTRAINT "job_chunks_job_id_number_pk" PRIMARY KEY("job_id","number"),
	CONSTRAINT "job_chunks_range" CHECK (first <= last)
);
--> statement-breakpoint
CREATE TABLE "job_item_contents" (
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"image" jsonb,
	"raw" text,
	CONSTRAINT "job_item_contents_job_id_position_pk" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
CREATE TABLE "job_items" (
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"work_order" integer NOT NULL,
	"status" "item_outcome" DEFAULT 'pending' NOT NULL,
	"decision" "plan_decision",
	"reason" "plan_reason",
	"source_file" text,
	"source_line" integer,
	"term" text,
	"definition_id" uuid,
	"base_version" integer,
	"result_version" integer,
	"verdict" "verdict",
	"quality_score" real,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"problem_code" text,
	"problem_detail" text,
	CONSTRAINT "job_items_job_id_position_pk" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"operation" "operation" NOT NULL,
	"name" text NOT NULL,
	"status" "job_status" DEFAULT 'queued' NOT NULL,
	"phase" "job_phase" NOT NULL,
	"options" jsonb NOT NULL,
	"selection" jsonb,
	"upload_id" uuid,
	"retry_of" uuid,
	"correlation_id" text,
	"total" integer DEFAULT 0 NOT NULL,
	"checked" integer DEFAULT 0 NOT NULL,
	"succeeded" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"cancelled" integer DEFAULT 0 NOT NULL,
	"rolled_back" integer DEFAULT 0 NOT NULL,
	"rollback_conflict" integer DEFAULT 0 NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"fence" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"takeovers_without_progress" integer DEFAULT 0 NOT NULL,
	"current_item" text,
	"plan" jsonb,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem_code" text,
	"problem_params" jsonb,
	"phase_ms" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"phase_started_at" timestamp with time zone,
	"confirm_before" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "jobs_finished_when_final" CHECK ((finished_at is not null) = (status in ('completed', 'completed_with_errors', 'failed', 'cancelled', 'rolled_back', 'rollback_failed', 'expired'))),
	CONSTRAINT "jobs_counts" CHECK (succeeded + unchanged + skipped + failed + cancelled + rolled_back + rollback_conflict <= total),
	CONSTRAINT "jobs_counts_positive" CHECK (least(succeeded, unchanged, skipped, failed, cancelled, rolled_back, rollback_conflict) >= 0)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_failures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" "role" DEFAULT 'viewer' NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "definition_relations" ADD CONSTRAINT "definition_relations_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition_relations" ADD CONSTRAINT "definition_relations_target_id_definitions_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."definitions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition_versions" ADD CONSTRAINT "definition_versions_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition_versions" ADD CONSTRAINT "definition_versions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_chunks" ADD CONSTRAINT "job_chunks_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit_entries" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit_entries" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "definition_relations_by_target" ON "definition_relations" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "definition_relations_open" ON "definition_relations" USING btree (lower(target_term)) WHERE target_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "definitions_identity" ON "definitions" USING btree ("organisation_id","identity_key") WHERE status <> 'archived';--> statement-breakpoint
CREATE INDEX "definitions_by_term" ON "definitions" USING btree ("organisation_id",lower(term),"id");--> statement-breakpoint
CREATE INDEX "definitions_by_change" ON "definitions" USING btree ("organisation_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "definitions_by_search" ON "definitions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "definitions_by_trigram" ON "definitions" USING gin ("search_terms" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "artifacts_job_id_index" ON "artifacts" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "uploads_organisation_id_sha256_index" ON "uploads" USING btree ("organisation_id","sha256");--> statement-breakpoint
CREATE INDEX "batches_organisation_id_created_at_index" ON "batches" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "batches_created_by_created_at_index" ON "batches" USING btree ("created_by","created_at");--> statement-breakpoint
CREATE INDEX "job_chunks_open" ON "job_chunks" USING btree ("job_id","number") WHERE not done;--> statement-breakpoint
CREATE INDEX "job_items_by_work_order" ON "job_items" USING btree ("job_id","work_order");--> statement-breakpoint
CREATE INDEX "job_items_failed" ON "job_items" USING btree ("job_id","problem_code") WHERE status = 'failed';--> statement-breakpoint
CREATE INDEX "jobs_batch_id_index" ON "jobs" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "jobs_organisation_id_created_at_index" ON "jobs" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "jobs_active" ON "jobs" USING btree ("status") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "accounts_user_id_index" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_email_at_index" ON "sign_in_failures" USING btree ("email","at");--> statement-breakpoint
-- The audit trail is append-only for everybody, its owner included.
CREATE FUNCTION lexport_refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entries is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON "audit_entries"
FOR EACH ROW EXECUTE FUNCTION lexport_refuse_audit_change();--> statement-breakpoint
CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON "audit_entries"
FOR EACH STATEMENT EXECUTE FUNCTION lexport_refuse_audit_change();
