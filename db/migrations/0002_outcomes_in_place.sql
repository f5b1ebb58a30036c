DROP INDEX "job_items_failed";--> statement-breakpoint
CREATE INDEX "job_items_problems" ON "job_items" USING btree ("job_id","problem_code") WHERE problem_code is not null;--> statement-breakpoint
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_failed_with_code" CHECK (status <> 'failed' or problem_code is not null);--> statement-breakpoint
-- Every item is updated once, with its outcome; half of each page waits for that.
ALTER TABLE "job_items" SET (fillfactor = 50);
