-- What /api/metrics counts, rolled up from the events as they are read: no scrape reads them all again.
CREATE TABLE "measure" (
    "name" TEXT NOT NULL,
    "labels" TEXT NOT NULL,
    "le" DOUBLE PRECISION NOT NULL,
    "count" BIGINT NOT NULL,
    "sum_ms" BIGINT NOT NULL,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("name", "labels", "le")
);


-- Beyond what schema.prisma can say --------------------------------------------------------------------------------

-- The reader begins before the first event. To count anew: empty the table and set the cursor back to this, together.
INSERT INTO "event_cursor" ("name", "txid", "global_position") VALUES ('measures', '0', 0);
