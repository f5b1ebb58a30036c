-- The planner's statistics never know a job that has just begun: they would say that it has one item, and every statement would
-- compare each of its items with each. Without statistics of this column it takes an average instead, which is near enough.
ALTER TABLE "job_items" ALTER COLUMN "job_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "job_item_contents" ALTER COLUMN "job_id" SET STATISTICS 0;
