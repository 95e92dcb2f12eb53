-- Many small commands that are carried out one by one, whatever is closed or killed meanwhile.
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "doctor_id" UUID,
    "started_by" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "begins_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "run_state" CHECK ("state" IN ('running', 'paused', 'stopped', 'finished'))
);

-- CreateIndex
CREATE INDEX "run_state_next_at_idx" ON "run"("state", "next_at");

-- CreateIndex
CREATE INDEX "run_created_at_idx" ON "run"("created_at");

-- What it does with each item, and each item with what became of it: written once, then settled once.
CREATE TABLE "run_order" (
    "run_id" UUID NOT NULL,
    "input" JSONB NOT NULL,
    "words" BYTEA,

    CONSTRAINT "run_order_pkey" PRIMARY KEY ("run_id")
);

CREATE TABLE "run_item" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "subject_id" UUID NOT NULL,
    "input" JSONB NOT NULL,
    "outcome" TEXT,
    "said" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_item_pkey" PRIMARY KEY ("run_id", "position"),
    CONSTRAINT "run_item_outcome" CHECK ("outcome" IN ('done', 'refused', 'failed')),
    CONSTRAINT "run_item_settled" CHECK (("outcome" IS NULL) = ("settled_at" IS NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "run_item_run_id_subject_id_key" ON "run_item"("run_id", "subject_id");

CREATE INDEX "run_item_waiting" ON "run_item"("run_id", "position") WHERE "outcome" IS NULL;
