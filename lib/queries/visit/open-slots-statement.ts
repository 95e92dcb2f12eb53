import { statement } from '@/lib/db/statement'

export type OpenSlotsQuestion = {
  /** JSON of `[{key, doctor_id, minutes, before, after, notice}]`: a doctor may be wanted for visits of several lengths. */
  wanted: string
  /** JSON of `ClinicDay`s, so that the wall clock is read in one place only. */
  days: string
  now: string
  /** The first and the last instant of the days. */
  begin: string
  end: string
  /** The browsers whose holds do not count. */
  holders: readonly string[]
  /** How many hours are wanted of each, or, if `perDay` is `true`, of each on each day. */
  first: number
  perDay: 'true' | 'false'
}

/** `count` is how many there are where not all were wanted. */
export type OpenSlotRow = { key: number; doctorId: string; startsAt: Date; endsAt: Date; count: number }

/**
 * Returns the free hours of many doctors at once: their hours as multiranges minus what is claimed. It says what `openSlots`
 * of lib/domain/schedule says, without reading claims into the app.
 */
export const openSlotsStatement = statement<OpenSlotsQuestion, OpenSlotRow>(`
with wanted as materialized (
  select w.*, d.step_minutes as step,
         greatest($now::timestamptz + make_interval(mins => case when w.notice then d.notice_minutes else 0 end), $begin::timestamptz) as first,
         least($now::timestamptz + make_interval(days => 0, hours => d.horizon_days * 24), $end::timestamptz) as last
  from jsonb_to_recordset($wanted::jsonb) as w (key int, doctor_id uuid, minutes int, before int, after int, notice boolean)
  join doctor d on d.id = w.doctor_id
),
day as materialized (
  select * from jsonb_to_recordset($days::jsonb) as d (day date, weekday int, "beginsMs" double precision, "gapFrom" int, "gapTo" int, "shiftFrom" int, "shiftMinutes" int)
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
  select w.key, (select range_agg(t.during) from closed_times(w.doctor_id, tstzrange($begin::timestamptz, $end::timestamptz)) t) as ranges
  from wanted w
),
taken as (
  select w.key, (
    select range_agg(t.during) from taken_times(w.doctor_id,
      tstzrange(w.first - interval '1 day', greatest(w.first, w.last) + interval '1 day'), $holders::uuid[], $now::timestamptz) t) as ranges
  from wanted w
),
step as (
  select w.key, p.doctor_id, p.day, minute, p."beginsMs", p."gapFrom", p."gapTo", p."shiftFrom", p."shiftMinutes", p.closes
  from part p join wanted w using (doctor_id), generate_series(p.opens, p.closes - 1, w.step) as minute
  where not (minute >= p."gapFrom" and minute < p."gapTo")
),
visit as (
  select s.key, s.doctor_id, s.day, v.starts_at, v.starts_at + make_interval(mins => w.minutes) as ends_at, w.before, w.after, w.first, w.last,
         to_timestamp((s."beginsMs" + 60000 * case when s.closes >= s."gapFrom" and s.closes < s."gapTo" then s."gapFrom"
           else s.closes + case when s.closes >= s."shiftFrom" then s."shiftMinutes" else 0 end end) / 1000) as closes_at
  from step s join wanted w using (key), lateral (
    select to_timestamp((s."beginsMs" + 60000 * (s.minute + case when s.minute >= s."shiftFrom" then s."shiftMinutes" else 0 end)) / 1000) as starts_at
  ) v
),
free as (
  select v.key, v.doctor_id, v.starts_at, v.ends_at,
         row_number() over (partition by v.key, case when $perDay::boolean then v.day end order by v.starts_at) as number,
         count(*) over (partition by v.key, case when $perDay::boolean then v.day end) as count
  from visit v left join closed x using (key) left join taken t using (key)
  where v.starts_at > $now::timestamptz and v.starts_at >= v.first and v.starts_at <= v.last and v.ends_at <= v.closes_at
    and not coalesce(x.ranges, '{}') && tstzrange(v.starts_at, v.ends_at)
    and not coalesce(t.ranges, '{}') && tstzrange(v.starts_at - make_interval(mins => v.before), v.ends_at + make_interval(mins => v.after))
)
select key, doctor_id as "doctorId", starts_at as "startsAt", ends_at as "endsAt", count::int as count
from free where number <= $first::int order by starts_at, doctor_id`)
