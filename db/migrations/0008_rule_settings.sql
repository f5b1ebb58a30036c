CREATE TYPE "public"."rule_profile" AS ENUM('astra', 'nl-sbb');--> statement-breakpoint
CREATE TABLE "rule_settings" (
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"profile" "rule_profile" NOT NULL,
	"modes" jsonb NOT NULL,
	"spellings" jsonb NOT NULL,
	"foreign_words" jsonb NOT NULL,
	"abbreviations" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "rule_settings_organisation_id_version_pk" PRIMARY KEY("organisation_id","version"),
	CONSTRAINT "rule_settings_version_positive" CHECK (version > 0)
);
--> statement-breakpoint
ALTER TABLE "definitions" ADD COLUMN "category_scores" real[];--> statement-breakpoint
ALTER TABLE "job_items" ADD COLUMN "category_scores" real[];--> statement-breakpoint
ALTER TABLE "rule_settings" ADD CONSTRAINT "rule_settings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_settings" ADD CONSTRAINT "rule_settings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;