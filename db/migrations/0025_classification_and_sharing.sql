CREATE TYPE "public"."visibility" AS ENUM('own', 'shared', 'chain');--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'share' BEFORE 'query';--> statement-breakpoint
DROP INDEX "definitions_identity";--> statement-breakpoint
ALTER TABLE "definitions" ADD COLUMN "visibility" "visibility" DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE "definitions" ADD COLUMN "shared_with" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "classification" "classification" DEFAULT 'vertrouwelijk' NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "clearance" "classification" DEFAULT 'vertrouwelijk' NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "classification" "classification" DEFAULT 'vertrouwelijk' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "clearance" "classification" DEFAULT 'intern' NOT NULL;--> statement-breakpoint
CREATE INDEX "definitions_shared" ON "definitions" USING btree (lower(term),"id") WHERE visibility <> 'own';--> statement-breakpoint
CREATE INDEX "jobs_by_upload" ON "jobs" USING btree ("upload_id") WHERE upload_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "definitions_identity" ON "definitions" USING btree ("organisation_id","identity_key","classification") WHERE status <> 'archived' and deleted_at is null;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_shared_with" CHECK ((visibility = 'shared') = (cardinality(shared_with) > 0));--> statement-breakpoint
-- Nobody sees less than before; who makes people from now on says what they may see.
UPDATE "users" SET "clearance" = 'vertrouwelijk';--> statement-breakpoint
UPDATE "jobs" j SET "classification" = coalesce((SELECT max(d.classification) FROM job_items i
  JOIN definitions d ON d.id = i.definition_id WHERE i.job_id = j.id), 'intern') WHERE j.finished_at IS NOT NULL;--> statement-breakpoint
UPDATE "uploads" u SET "classification" = coalesce((SELECT max(j.classification) FROM jobs j WHERE j.upload_id = u.id), 'vertrouwelijk');--> statement-breakpoint
-- Whoever raises a definition, by whatever way: what has it as an item is at least as highly classified from then on.
CREATE FUNCTION lexport_raise_jobs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE jobs j SET classification = NEW.classification WHERE j.classification < NEW.classification
    AND j.id IN (SELECT i.job_id FROM job_items i WHERE i.definition_id = NEW.id);
  UPDATE uploads u SET classification = NEW.classification WHERE u.classification < NEW.classification
    AND u.id IN (SELECT j.upload_id FROM job_items i JOIN jobs j ON j.id = i.job_id WHERE i.definition_id = NEW.id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER definitions_raised AFTER UPDATE OF classification ON "definitions" FOR EACH ROW
  WHEN (NEW.classification > OLD.classification) EXECUTE FUNCTION lexport_raise_jobs();
