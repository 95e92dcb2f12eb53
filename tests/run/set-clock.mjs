/**
 * * Sets the clock of a Node process, of its threads and of the processes it starts: loaded before everything else,
 * through `NODE_OPTIONS` (clock-env.ts writes it). `CARNET_AT` is the instant; `CARNET_CLOCK` says whether time passes
 * from there (`ticks`) or not (`stands`). All processes of a run share a clock that ticks: `CARNET_AT_SINCE`, which the
 * first of them notes, is when, in true milliseconds, that instant was. Durations (`performance.now()`, timers) stay
 * true.
 */
const { CARNET_AT, CARNET_CLOCK = 'ticks' } = process.env
if (CARNET_AT) setClock(Date.parse(CARNET_AT))

function setClock(at) {
  if (Number.isNaN(at)) throw new Error(`CARNET_AT must be an instant such as 2027-03-28T00:59:00Z, not ${CARNET_AT}`)
  if (!['ticks', 'stands'].includes(CARNET_CLOCK)) throw new Error('CARNET_CLOCK must be ticks or stands')
  const trueNow = Date.now
  process.env.CARNET_AT_SINCE ||= String(trueNow())
  const since = Number(process.env.CARNET_AT_SINCE)
  const now = CARNET_CLOCK === 'stands' ? () => at : () => at + trueNow() - since
  const TrueDate = Date
  const SetDate = new Proxy(TrueDate, {
    construct: (target, values, made) =>
      Reflect.construct(target, values.length > 0 ? values : [now()], made === SetDate ? target : made),
    apply: () => new TrueDate(now()).toString(),
  })
  TrueDate.now = now
  TrueDate.prototype.constructor = SetDate
  globalThis.Date = SetDate
}
