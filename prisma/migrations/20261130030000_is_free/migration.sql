-- What stands in a doctor's way, in one place: who asks for free hours, holds one, books one or moves a visit reads this.
-- Hours, breaks and holidays are of the wall clock, which the app alone reads (lib/domain/schedule).

-- Whatever the doctor is not there for.
CREATE FUNCTION "closed_times"("doctor" uuid, "span" tstzrange) RETURNS TABLE ("during" tstzrange)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT tstzrange(t."starts_at", t."ends_at") FROM "time_off" t
  WHERE t."doctor_id" = doctor AND t."ends_at" > lower(span) AND t."starts_at" < upper(span)
$$;

-- Whatever of the doctor's time somebody has: claims, holds that have not lapsed, and live visits that hold no claim. What
-- belongs to one of `for_whom`, visits and browsers, does not count. Nothing lasts longer than a day.
CREATE FUNCTION "taken_times"("doctor" uuid, "span" tstzrange, "for_whom" uuid[], "at" timestamptz) RETURNS TABLE ("during" tstzrange)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT tstzrange(c."starts_at", c."ends_at") FROM "slot_claim" c
  WHERE c."doctor_id" = doctor AND c."starts_at" > lower(span) - interval '1 day' AND c."starts_at" < upper(span)
    AND c."appointment_id" <> ALL (for_whom)
    AND (c."held_until" IS NULL OR (c."held_until" > at AND c."holder" <> ALL (for_whom)))
  UNION ALL
  SELECT tstzrange(a."starts_at" - make_interval(mins => a."before_minutes"), a."ends_at" + make_interval(mins => a."after_minutes"))
  FROM "appointment" a
  WHERE a."doctor_id" = doctor AND a."starts_at" > lower(span) - interval '1 day' AND a."starts_at" < upper(span) + interval '1 day'
    AND a."status" <> 'ended' AND a."id" <> ALL (for_whom)
    -- A set, read once: looked up one by one, the planner takes the index of the exclusion constraint, 7 ms a visit.
    AND a."id" NOT IN (
      SELECT c."appointment_id" FROM "slot_claim" c
      WHERE c."doctor_id" = doctor AND c."starts_at" > lower(span) - interval '2 days' AND c."starts_at" < upper(span) + interval '2 days')
$$;

-- Whether nothing stands in the way of a visit (`visit`) that claims its buffers as well (`claim`).
CREATE FUNCTION "is_free"("doctor" uuid, "visit" tstzrange, "claim" tstzrange, "for_whom" uuid[], "at" timestamptz) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NOT EXISTS (SELECT FROM "closed_times"(doctor, visit) t WHERE t."during" && visit)
     AND NOT EXISTS (SELECT FROM "taken_times"(doctor, claim, for_whom, at) t WHERE t."during" && claim)
$$;
