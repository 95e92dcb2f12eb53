-- A patient is a person of the clinic with a stream of events: registered, merged with another record, or that taken back.
CREATE TABLE "patient_root" (
    "patient_id" UUID NOT NULL,
    "root_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "patient_root_pkey" PRIMARY KEY ("patient_id")
);
CREATE INDEX "patient_root_root_id_idx" ON "patient_root"("root_id");

-- Whoever booked so far becomes one, matched with nobody yet.
insert into event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at)
select gen_random_uuid(), id, 1, 'PatientRegistered', 1, jsonb_build_object('patientId', id, 'by', 'booking'),
  jsonb_build_object('actor', id, 'correlationId', id, 'causationId', null), created_at
from patient order by created_at, id;
insert into patient_root select id, id, 1 from patient;

-- The traits by which French identity knows a person, and what the desk notes of them. All sealed.
ALTER TABLE "patient" ADD COLUMN "birth_name" BYTEA,
ADD COLUMN "used_name" BYTEA,
ADD COLUMN "first_names" BYTEA,
ADD COLUMN "sex" BYTEA,
ADD COLUMN "birth_place" BYTEA,
ADD COLUMN "notes" BYTEA;
