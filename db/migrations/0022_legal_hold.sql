ALTER TYPE "public"."operation" ADD VALUE 'hold' BEFORE 'query';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'release' BEFORE 'query';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'legal_hold' BEFORE 'gate_passed';--> statement-breakpoint
CREATE TABLE "definition_holds" (
	"definition_id" uuid NOT NULL,
	"matter" text NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"job_id" uuid,
	CONSTRAINT "definition_holds_definition_id_matter_pk" PRIMARY KEY("definition_id","matter")
);
--> statement-breakpoint
ALTER TABLE "definitions" ADD COLUMN "holds" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "definition_holds" ADD CONSTRAINT "definition_holds_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition_holds" ADD CONSTRAINT "definition_holds_placed_by_users_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_holds" CHECK (holds >= 0);--> statement-breakpoint
-- Whoever writes, by whatever way: what a legal hold is on keeps its version and stays there. What rules say of it is no version.
CREATE FUNCTION lexport_definition_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'There is a legal hold on definition %', OLD.id USING ERRCODE = 'LX001';
END $$;--> statement-breakpoint
CREATE TRIGGER definitions_held BEFORE UPDATE ON "definitions" FOR EACH ROW
  WHEN (OLD.holds > 0 AND NEW.version IS DISTINCT FROM OLD.version)
  EXECUTE FUNCTION lexport_definition_is_held();--> statement-breakpoint
CREATE TRIGGER definitions_held_stay BEFORE DELETE ON "definitions" FOR EACH ROW
  WHEN (OLD.holds > 0) EXECUTE FUNCTION lexport_definition_is_held();--> statement-breakpoint
CREATE FUNCTION lexport_version_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM definitions d WHERE d.id = OLD.definition_id AND d.holds > 0) THEN
    RAISE EXCEPTION 'There is a legal hold on definition %', OLD.definition_id USING ERRCODE = 'LX001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;--> statement-breakpoint
CREATE TRIGGER definition_versions_held BEFORE UPDATE OR DELETE ON "definition_versions" FOR EACH ROW
  EXECUTE FUNCTION lexport_version_is_held();
