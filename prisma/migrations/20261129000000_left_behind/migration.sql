-- When a visit was last left out of a doctor's own calendar, which could not be written for too long. Null: none is missing for that.
ALTER TABLE "calendar_account" ADD COLUMN "left_behind_at" TIMESTAMPTZ(3);
