CREATE TYPE "public"."audit_verification_status" AS ENUM('waiting', 'running', 'stopping', 'stopped', 'intact', 'broken', 'failed');--> statement-breakpoint
CREATE TABLE "audit_actions" (
	"action" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_blocks" (
	"number" bigint PRIMARY KEY NOT NULL,
	"after_id" bigint NOT NULL,
	"last_id" bigint NOT NULL,
	"entries" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"seed" "bytea" NOT NULL,
	"root" "bytea" NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL,
	"ids" bigint[] NOT NULL,
	"leaves" "bytea" NOT NULL,
	CONSTRAINT "audit_blocks_afterId_unique" UNIQUE("after_id"),
	CONSTRAINT "audit_blocks_lastId_unique" UNIQUE("last_id"),
	CONSTRAINT "audit_blocks_not_empty" CHECK (entries > 0 and last_id > after_id),
	CONSTRAINT "audit_blocks_complete" CHECK (cardinality(ids) = entries and octet_length(leaves) = 32 * entries)
);
--> statement-breakpoint
CREATE TABLE "audit_keys" (
	"number" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"head_number" bigint NOT NULL,
	"head_hash" "bytea" NOT NULL,
	"endorsement" "bytea",
	CONSTRAINT "audit_keys_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "audit_people" (
	"actor_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "audit_people_actor_id_name_pk" PRIMARY KEY("actor_id","name")
);
--> statement-breakpoint
CREATE TABLE "audit_prunings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_prunings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"block" bigint NOT NULL,
	"ids" bigint[] NOT NULL,
	"years" jsonb NOT NULL,
	"reason" text NOT NULL,
	"pruned_at" timestamp with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_sealing" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"problem" text,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_sealing_one_row" CHECK (single)
);
--> statement-breakpoint
CREATE TABLE "audit_texts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_texts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"block" bigint NOT NULL,
	"text" text NOT NULL,
	"ids" bigint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_name" text NOT NULL,
	"status" "audit_verification_status" DEFAULT 'waiting' NOT NULL,
	"from_at" timestamp with time zone,
	"until_at" timestamp with time zone,
	"first_block" bigint,
	"last_block" bigint,
	"next_block" bigint,
	"entries" bigint DEFAULT 0 NOT NULL,
	"difference_count" integer DEFAULT 0 NOT NULL,
	"differences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"head_hash" text,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"heartbeat_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "audit_by_time";--> statement-breakpoint
ALTER TABLE "audit_blocks" ADD CONSTRAINT "audit_blocks_key_id_audit_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."audit_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_prunings" ADD CONSTRAINT "audit_prunings_block_audit_blocks_number_fk" FOREIGN KEY ("block") REFERENCES "public"."audit_blocks"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_prunings" ADD CONSTRAINT "audit_prunings_key_id_audit_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."audit_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_blocks_by_time" ON "audit_blocks" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "audit_prunings_by_block" ON "audit_prunings" USING btree ("block");--> statement-breakpoint
CREATE INDEX "audit_texts_by_trigram" ON "audit_texts" USING gin ("text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "audit_texts_by_block" ON "audit_texts" USING btree ("block");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_verifications_one_open" ON "audit_verifications" USING btree ((true)) WHERE status in ('waiting', 'running', 'stopping');--> statement-breakpoint
CREATE INDEX "audit_verifications_by_time" ON "audit_verifications" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_by_action" ON "audit_entries" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_by_job" ON "audit_entries" USING btree ("job_id","id") WHERE job_id is not null;--> statement-breakpoint
-- Blocks, keys and prunings are append-only too.
CREATE FUNCTION lexport_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;--> statement-breakpoint
CREATE TRIGGER audit_blocks_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_blocks"
FOR EACH STATEMENT EXECUTE FUNCTION lexport_refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_keys_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_keys"
FOR EACH STATEMENT EXECUTE FUNCTION lexport_refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_prunings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_prunings"
FOR EACH STATEMENT EXECUTE FUNCTION lexport_refuse_change();--> statement-breakpoint
-- An entry may go only after its time, and when a signed pruning of its block names it. What tells of visits alone (signing in,
-- being refused, reading the trail) may be kept for one year, all the rest for seven.
CREATE FUNCTION lexport_refuse_audit_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM removed r
    WHERE r.at > now() - CASE WHEN split_part(r.action, '.', 1) IN ('session', 'access', 'audit')
        THEN interval '1 year' ELSE interval '7 years' END
      OR NOT EXISTS (
        SELECT FROM audit_prunings p
        WHERE p.block = (SELECT b.number FROM audit_blocks b WHERE b.last_id >= r.id ORDER BY b.last_id LIMIT 1)
          AND r.id = ANY (p.ids))
  ) THEN
    RAISE EXCEPTION 'audit_entries is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$$;--> statement-breakpoint
DROP TRIGGER audit_entries_append_only ON "audit_entries";--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE ON "audit_entries"
FOR EACH ROW EXECUTE FUNCTION lexport_refuse_audit_change();--> statement-breakpoint
CREATE TRIGGER audit_entries_no_removal AFTER DELETE ON "audit_entries"
REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION lexport_refuse_audit_removal();
