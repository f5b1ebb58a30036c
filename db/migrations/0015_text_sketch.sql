ALTER TABLE "definitions" ADD COLUMN "text_sketch" bit(128);--> statement-breakpoint
-- Housekeeping gives them both anew.
UPDATE "definitions" SET "text_keys" = NULL WHERE "text_keys" IS NOT NULL;
