ALTER TYPE "public"."plan_reason" ADD VALUE 'applied_before' BEFORE 'kept_both';--> statement-breakpoint
ALTER TABLE "job_item_contents" ADD COLUMN "correction" jsonb;--> statement-breakpoint
ALTER TABLE "job_item_contents" ADD COLUMN "corrected_by" uuid;--> statement-breakpoint
ALTER TABLE "job_item_contents" ADD COLUMN "corrected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "job_item_contents" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job_items" ADD COLUMN "retry_position" integer;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "copied_items" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "job_item_contents" ADD CONSTRAINT "job_item_contents_corrected_by_users_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_items_retries" ON "job_items" USING btree ("job_id","retry_position") WHERE retry_position is not null;--> statement-breakpoint
CREATE INDEX "jobs_retries" ON "jobs" USING btree ("retry_of") WHERE retry_of is not null;--> statement-breakpoint
UPDATE "jobs" SET "copied_items" = true WHERE "retry_of" IS NOT NULL;
