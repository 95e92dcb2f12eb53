/**
 * The free hours of many doctors at once: their hours as multiranges minus what is claimed. It says what `openSlots` of
 * lib/domain/schedule says, without reading claims into the app.
 *
 * `$1` wanted: `[{doctor_id, minutes, before, after, notice}]`, `$2` days: `ClinicDay`s, so that the wall clock is read in
 * one place only; `$3` now, `$4` and `$5` first and last instant of the days, `$6` the browser whose holds do not count,
 * `$7` how many hours of each doctor are wanted.
 */
export const openSlotsStatement = `
with wanted as materialized (
  select w.*, d.step_minutes as step,
         greatest($3::timestamptz + make_interval(mins => case when w.notice then d.notice_minutes else 0 end), $4::timestamptz) as first,
         least($3::timestamptz + make_interval(days => 0, hours => d.horizon_days * 24), $5::timestamptz) as last
  from jsonb_to_recordset($1::jsonb) as w (doctor_id uuid, minutes int, before int, after int, notice boolean)
  join doctor d on d.id = w.doctor_id
),
day as materialized (
  select * from jsonb_to_recordset($2::jsonb) as d (day date, weekday int, "beginsMs" double precision, "gapFrom" int, "gapTo" int, "shiftFrom" int, "shiftMinutes" int)
  where not exists (select from holiday h where h.day = d.day)
),
opening as (
  select w.doctor_id, d.day,
         range_agg(int4range(extract(epoch from h.opens::interval)::int / 60, extract(epoch from h.closes::interval)::int / 60)) as ranges
  from wanted w cross join day d
  join doctor_hours h on h.doctor_id = w.doctor_id and h.weekday = d.weekday
   and d.day between coalesce(h.from_day, d.day) and coalesce(h.until_day, d.day)
  group by w.doctor_id, d.day
),
pause as (
  select b.doctor_id, b.weekday,
         range_agg(int4range(extract(epoch from b.begins::interval)::int / 60, extract(epoch from b.ends::interval)::int / 60)) as ranges
  from doctor_break b join wanted using (doctor_id) group by b.doctor_id, b.weekday
),
part as (
  select o.doctor_id, d.*, lower(one) as opens, upper(one) as closes
  from opening o join day d using (day) left join pause p on p.doctor_id = o.doctor_id and p.weekday = d.weekday,
       unnest(o.ranges - coalesce(p.ranges, '{}')) as one
),
closed as (
  select t.doctor_id, range_agg(tstzrange(t.starts_at, t.ends_at)) as ranges
  from time_off t join wanted w using (doctor_id)
  where t.ends_at > $4::timestamptz and t.starts_at < $5::timestamptz group by t.doctor_id
),
taken as (
  select w.doctor_id, c.ranges from wanted w cross join lateral (
    select range_agg(tstzrange(c.starts_at, c.ends_at)) as ranges from slot_claim c
    where c.doctor_id = w.doctor_id
      and c.starts_at > w.first - interval '2 days' and c.starts_at < w.last + interval '2 days'
      and (c.held_until is null or (c.held_until > $3::timestamptz and c.holder is distinct from $6::uuid))) c
),
step as (
  select p.doctor_id, minute, p."beginsMs", p."gapFrom", p."gapTo", p."shiftFrom", p."shiftMinutes", p.closes
  from part p join wanted w using (doctor_id), generate_series(p.opens, p.closes - 1, w.step) as minute
  where not (minute >= p."gapFrom" and minute < p."gapTo")
),
visit as (
  select s.doctor_id, v.starts_at, v.starts_at + make_interval(mins => w.minutes) as ends_at, w.before, w.after, w.first, w.last,
         to_timestamp((s."beginsMs" + 60000 * case when s.closes >= s."gapFrom" and s.closes < s."gapTo" then s."gapFrom"
           else s.closes + case when s.closes >= s."shiftFrom" then s."shiftMinutes" else 0 end end) / 1000) as closes_at
  from step s join wanted w using (doctor_id), lateral (
    select to_timestamp((s."beginsMs" + 60000 * (s.minute + case when s.minute >= s."shiftFrom" then s."shiftMinutes" else 0 end)) / 1000) as starts_at
  ) v
),
free as (
  select v.doctor_id, v.starts_at, v.ends_at,
         row_number() over (partition by v.doctor_id order by v.starts_at) as number,
         count(*) over (partition by v.doctor_id) as count
  from visit v left join closed x using (doctor_id) left join taken t using (doctor_id)
  where v.starts_at > $3::timestamptz and v.starts_at >= v.first and v.starts_at <= v.last and v.ends_at <= v.closes_at
    and not coalesce(x.ranges, '{}') && tstzrange(v.starts_at, v.ends_at)
    and not coalesce(t.ranges, '{}') && tstzrange(v.starts_at - make_interval(mins => v.before), v.ends_at + make_interval(mins => v.after))
)
select doctor_id as "doctorId", starts_at as "startsAt", ends_at as "endsAt", count::int as count
from free where number <= $7::int order by starts_at, doctor_id`
