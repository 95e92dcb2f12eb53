-- What is known of a doctor's own calendar: its name, and how the last write of it went.
ALTER TABLE "calendar_account" ADD COLUMN "name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "calendar_account" ADD COLUMN "connected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "calendar_account" ADD COLUMN "written_at" TIMESTAMPTZ(3);
ALTER TABLE "calendar_account" ADD COLUMN "failing_at" TIMESTAMPTZ(3);
ALTER TABLE "calendar_account" ADD COLUMN "failure" JSONB;
ALTER TABLE "calendar_account" ADD COLUMN "compared_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "doctor_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("doctor_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");
