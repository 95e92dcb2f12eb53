-- Two records that somebody has looked at and found to be two people. The smaller id comes first.
CREATE TABLE "patient_apart" (
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patient_apart_pkey" PRIMARY KEY ("one_id", "other_id"),
    CONSTRAINT "patient_apart_order" CHECK ("one_id" < "other_id")
);
