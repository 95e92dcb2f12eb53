-- What lets a patient open the page of one visit: at most one open link for each visit and whom it was given to.
CREATE TABLE "visit_link" (
    "token_hash" BYTEA NOT NULL,
    "appointment_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "token" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_link_pkey" PRIMARY KEY ("token_hash"),
    CONSTRAINT "visit_link_revoked" CHECK (("token" IS NULL) = ("revoked_at" IS NOT NULL))
);

-- CreateIndex
CREATE INDEX "visit_link_appointment_id_contact_id_idx" ON "visit_link"("appointment_id", "contact_id");

-- CreateIndex
CREATE INDEX "visit_link_contact_id_idx" ON "visit_link"("contact_id");

CREATE UNIQUE INDEX "visit_link_one_open" ON "visit_link"("appointment_id", "contact_id") WHERE "revoked_at" IS NULL;
