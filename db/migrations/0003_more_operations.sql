ALTER TYPE "public"."job_status" ADD VALUE 'scheduled' BEFORE 'queued';--> statement-breakpoint
ALTER TYPE "public"."job_status" ADD VALUE 'blocked' BEFORE 'queued';--> statement-breakpoint
ALTER TYPE "public"."job_status" ADD VALUE 'pausing' BEFORE 'cancelling';--> statement-breakpoint
ALTER TYPE "public"."job_status" ADD VALUE 'paused' BEFORE 'cancelling';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'validate';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'update';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'delete';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'restore';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'query';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'gate_passed';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'gate_needs_reason';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'gate_overridden';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'gate_blocked';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'transition_not_allowed';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'definition_gone';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'found_by_term';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'found_by_other_name';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'only_similar';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'nothing_found';--> statement-breakpoint
DROP INDEX "definitions_identity";--> statement-breakpoint
ALTER TABLE "definitions" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "definitions" ADD COLUMN "deleted_by" uuid;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_deleted_by_users_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What a definition is called besides its term, in lower case: what a look-up of many terms at once goes by.
CREATE FUNCTION lexport_other_names(preferred_term text, synonyms text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_to_array(lower(array_to_string(synonyms || preferred_term, E'\x1f')), E'\x1f')
$$;--> statement-breakpoint
CREATE INDEX "definitions_by_other_name" ON "definitions" USING gin (lexport_other_names(preferred_term, synonyms));--> statement-breakpoint
CREATE UNIQUE INDEX "definitions_identity" ON "definitions" USING btree ("organisation_id","identity_key") WHERE status <> 'archived' and deleted_at is null;