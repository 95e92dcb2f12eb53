-- What became of a message after its provider had taken it: its webhooks say so, in any order and more than once.
ALTER TABLE "message" ADD COLUMN "delivery" TEXT;
ALTER TABLE "message" ADD COLUMN "delivery_code" TEXT;
ALTER TABLE "message" ADD COLUMN "delivery_at" TIMESTAMPTZ(3);
-- Who told the reader otherwise what a message that came back was to say, and when.
ALTER TABLE "message" ADD COLUMN "settled_at" TIMESTAMPTZ(3);
ALTER TABLE "message" ADD COLUMN "settled_by" TEXT;
CREATE INDEX "message_came_back_idx" ON "message" ("delivery_at") WHERE "delivery" IN ('bounced', 'complained', 'failed') AND "settled_at" IS NULL;

-- CreateTable
CREATE TABLE "service_circuit" (
    "name" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "open_until" TIMESTAMPTZ(3),

    CONSTRAINT "service_circuit_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "event_cursor" (
    "name" TEXT NOT NULL,
    "txid" xid8 NOT NULL,
    "global_position" BIGINT NOT NULL,

    CONSTRAINT "event_cursor_pkey" PRIMARY KEY ("name")
);
