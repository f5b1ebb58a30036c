ALTER TYPE "public"."plan_reason" ADD VALUE 'kept_both' BEFORE 'gate_passed';--> statement-breakpoint
ALTER TABLE "definitions" ADD COLUMN "text_keys" integer[];--> statement-breakpoint
CREATE INDEX "definitions_by_text" ON "definitions" USING gin ("text_keys") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "definitions_without_text_keys" ON "definitions" USING btree ("id") WHERE text_keys is null;