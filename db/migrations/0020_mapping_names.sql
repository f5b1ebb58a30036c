ALTER TABLE "column_mappings" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD COLUMN "last_used_by" uuid;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_last_used_by_users_id_fk" FOREIGN KEY ("last_used_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_named" CHECK (name is null or name <> '');