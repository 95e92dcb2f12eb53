-- Since when a reader of all events gets nothing across, and what it was told. Null: it works.
ALTER TABLE "event_cursor" ADD COLUMN "failing_since" TIMESTAMPTZ(3);
ALTER TABLE "event_cursor" ADD COLUMN "failure" TEXT;
