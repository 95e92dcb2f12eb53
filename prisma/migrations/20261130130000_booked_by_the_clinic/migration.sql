-- Whether no visit stands in the way of another that claims this: what the clinic asks when it books itself. It knows of the
-- time off, and a stranger who only holds the hour gives way.
CREATE FUNCTION "is_untaken"("doctor" uuid, "claim" tstzrange, "visit" uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  -- Seen from the end of time, every hold has lapsed.
  SELECT NOT EXISTS (SELECT FROM "taken_times"(doctor, claim, ARRAY[visit], 'infinity') t WHERE t."during" && claim)
$$;
