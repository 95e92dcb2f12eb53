-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "event" (
    "global_position" BIGSERIAL NOT NULL,
    "txid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "event_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "schema_version" SMALLINT NOT NULL,
    "data" JSONB NOT NULL,
    "metadata" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("stream_id","version")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "doctor_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "ended_because" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_claim" (
    "appointment_id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_claim_pkey" PRIMARY KEY ("appointment_id","doctor_id","starts_at","ends_at")
);

-- CreateTable
CREATE TABLE "saga" (
    "saga_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "appointment_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "current_step" INTEGER NOT NULL,
    "step_names" TEXT[],
    "data" JSONB NOT NULL,
    "outcome" TEXT,
    "needs_attention" BOOLEAN NOT NULL,
    "fingerprint" TEXT,
    "next_at" TIMESTAMPTZ(3),
    "deadline_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saga_pkey" PRIMARY KEY ("saga_id")
);

-- CreateTable
CREATE TABLE "saga_step_attempt" (
    "saga_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "failure" JSONB,

    CONSTRAINT "saga_step_attempt_pkey" PRIMARY KEY ("saga_id","step","attempt")
);

-- CreateTable
CREATE TABLE "driver" (
    "appointment_id" UUID NOT NULL,
    "token" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "driver_pkey" PRIMARY KEY ("appointment_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "event_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "token" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "tombstone" (
    "effect_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("effect_key")
);

-- CreateTable
CREATE TABLE "message" (
    "key" TEXT NOT NULL,
    "appointment_id" UUID NOT NULL,
    "saga_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "recipient" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "status" TEXT NOT NULL,
    "provider_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "reminder" (
    "appointment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("appointment_id","kind")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "about" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_account" (
    "doctor_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "password" BYTEA NOT NULL,

    CONSTRAINT "calendar_account_pkey" PRIMARY KEY ("doctor_id")
);

-- CreateTable
CREATE TABLE "calendar_event" (
    "appointment_id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "calendar_event_pkey" PRIMARY KEY ("appointment_id")
);

-- CreateTable
CREATE TABLE "patient" (
    "id" UUID NOT NULL,
    "name" BYTEA NOT NULL,
    "email" BYTEA NOT NULL,
    "email_index" BYTEA NOT NULL,
    "phone" BYTEA,
    "language" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "doctor" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "specialty" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "visit_minutes" INTEGER NOT NULL,
    "user_id" TEXT,

    CONSTRAINT "doctor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "doctor_hours" (
    "doctor_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "opens" TEXT NOT NULL,
    "closes" TEXT NOT NULL,

    CONSTRAINT "doctor_hours_pkey" PRIMARY KEY ("doctor_id","weekday","opens")
);

-- CreateTable
CREATE TABLE "clinic" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "notice_hours" INTEGER NOT NULL DEFAULT 24,
    "messages_on_exhausted" TEXT NOT NULL DEFAULT 'compensate',

    CONSTRAINT "clinic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_fault" (
    "service" TEXT NOT NULL,
    "mode" TEXT NOT NULL,

    CONSTRAINT "demo_fault_pkey" PRIMARY KEY ("service")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'patient',

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_try" (
    "account" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_try_pkey" PRIMARY KEY ("account")
);

-- CreateIndex
CREATE UNIQUE INDEX "event_global_position_key" ON "event"("global_position");

-- CreateIndex
CREATE UNIQUE INDEX "event_event_id_key" ON "event"("event_id");

-- CreateIndex
CREATE INDEX "appointment_doctor_id_starts_at_idx" ON "appointment"("doctor_id", "starts_at");

-- CreateIndex
CREATE INDEX "slot_claim_doctor_id_starts_at_idx" ON "slot_claim"("doctor_id", "starts_at");

-- CreateIndex
CREATE INDEX "saga_appointment_id_turn_idx" ON "saga"("appointment_id", "turn");

-- CreateIndex
CREATE INDEX "saga_status_next_at_idx" ON "saga"("status", "next_at");

-- CreateIndex
CREATE INDEX "saga_updated_at_idx" ON "saga"("updated_at");

-- CreateIndex
CREATE INDEX "outbox_stream_id_version_idx" ON "outbox"("stream_id", "version");

-- CreateIndex
CREATE INDEX "message_appointment_id_idx" ON "message"("appointment_id");

-- CreateIndex
CREATE INDEX "message_sent_at_idx" ON "message"("sent_at");

-- CreateIndex
CREATE INDEX "reminder_status_due_at_idx" ON "reminder"("status", "due_at");

-- CreateIndex
CREATE INDEX "note_about_idx" ON "note"("about");

-- CreateIndex
CREATE INDEX "patient_email_index_idx" ON "patient"("email_index");

-- CreateIndex
CREATE UNIQUE INDEX "doctor_slug_key" ON "doctor"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "doctor_user_id_key" ON "doctor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- AddForeignKey
ALTER TABLE "saga_step_attempt" ADD CONSTRAINT "saga_step_attempt_saga_id_fkey" FOREIGN KEY ("saga_id") REFERENCES "saga"("saga_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doctor_hours" ADD CONSTRAINT "doctor_hours_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Beyond what schema.prisma can say --------------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- No double booking: two appointments never hold overlapping time of one doctor. The same appointment may, so that a
-- move can claim its new time before it lets go of the old one.
ALTER TABLE "slot_claim" ADD CONSTRAINT "slot_claim_no_overlap" EXCLUDE USING gist (
  "doctor_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&, "appointment_id" WITH <>);

ALTER TABLE "slot_claim" ADD CONSTRAINT "slot_claim_ends_after_start" CHECK ("ends_at" > "starts_at");

ALTER TABLE "appointment" ADD CONSTRAINT "appointment_status" CHECK ("status" IN ('requested', 'confirmed', 'ended'));
ALTER TABLE "saga" ADD CONSTRAINT "saga_status" CHECK ("status" IN ('RUNNING', 'COMPLETED', 'FAILED', 'COMPENSATING'));
ALTER TABLE "saga" ADD CONSTRAINT "saga_outcome" CHECK ("outcome" IN ('done', 'undone', 'superseded'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_status" CHECK ("status" IN ('NEW', 'SENT', 'ACKED'));
ALTER TABLE "message" ADD CONSTRAINT "message_status" CHECK ("status" IN ('stored', 'sent'));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_status" CHECK ("status" IN ('waiting', 'withdrawn', 'posted', 'dropped'));
ALTER TABLE "clinic" ADD CONSTRAINT "clinic_messages_on_exhausted"
  CHECK ("messages_on_exhausted" IN ('compensate', 'attention'));

CREATE INDEX "event_order_idx" ON "event" ("txid", "global_position");
CREATE INDEX "outbox_pending_idx" ON "outbox" ("next_at") WHERE "status" <> 'ACKED';
CREATE INDEX "saga_unfinished_idx" ON "saga" ("appointment_id", "turn") WHERE "status" IN ('RUNNING', 'COMPENSATING');
CREATE INDEX "saga_step_attempt_lost_idx" ON "saga_step_attempt" ("saga_id") WHERE "outcome" IS NULL OR "outcome" = 'unknown';
CREATE INDEX "saga_attention_idx" ON "saga" ("updated_at") WHERE "needs_attention";

CREATE FUNCTION "event_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'event is append-only: % refused', TG_OP USING ERRCODE = '0A000';
END;
$$;
CREATE TRIGGER "event_no_change" BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "event_append_only"();
CREATE TRIGGER "event_no_truncate" BEFORE TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION "event_append_only"();
