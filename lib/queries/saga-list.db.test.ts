import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { createAppointment } from '@/lib/commands/create-appointment'
import { operateSagas } from '@/lib/commands/operate-sagas'
import { setDemoFault } from '@/lib/commands/set-demo-fault'
import { newId } from '@/lib/ids'
import { doctors, patients } from '@/prisma/cast'
import { book, carryAll, offeredSlots } from '@/scripts/test-clinic'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'
import type { SagaFilters } from './saga-filters'
import { countTabs, listCauses, listSagas, listSeenSagas, type SagaCursor, sagasPerPage } from './saga-list'

const all: SagaFilters = { tab: null, type: null, doctorId: null, since: null, cause: null, search: null }
const booked = 2 * sagasPerPage + 5
let database: TestDatabase
const ids: string[] = []

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  for (let number = 0; number < booked; number++) ids.push(await book(database.db, number))
})
afterAll(() => database.drop())

const readPages = async (filters: SagaFilters) => {
  const pages: string[][] = []
  for (let cursor: SagaCursor | null = null; ; ) {
    const { rows, next } = await listSagas(database.db, filters, cursor)
    pages.push(rows.map(({ sagaId }) => sagaId))
    if (!next) return pages
    cursor = next
  }
}

describe('pages', () => {
  test('every saga stands on exactly one page, also when many changed at the same instant', async () => {
    await database.db.saga.updateMany({ data: { updatedAt: new Date() } })
    const pages = await readPages(all)
    expect(pages.map((page) => page.length)).toEqual([sagasPerPage, sagasPerPage, 5])
    expect(new Set(pages.flat()).size).toBe(booked)
  })

  test('going back shows the same page again, and the first has none before it', async () => {
    const first = await listSagas(database.db, all, null)
    const second = await listSagas(database.db, all, first.next)
    const back = await listSagas(database.db, all, second.previous)
    expect(back).toEqual({ ...first, previous: null })
    expect(first.previous).toBeNull()
    expect(second.next).not.toBeNull()
  })

  test('what asks for a person comes first, then what failed, waits, undoes, runs and is done', async () => {
    const marks = [
      { status: 'COMPLETED', nextAt: null, needsAttention: false },
      { status: 'RUNNING', nextAt: null, needsAttention: false },
      { status: 'COMPENSATING', nextAt: null, needsAttention: false },
      { status: 'RUNNING', nextAt: new Date(), needsAttention: false },
      { status: 'FAILED', nextAt: null, needsAttention: false },
      { status: 'FAILED', nextAt: null, needsAttention: true },
    ]
    const order = (await readPages(all)).flat()
    for (const [index, data] of marks.entries())
      await database.db.saga.update({ where: { sagaId: order[index] ?? '' }, data })
    await database.db.saga.updateMany({ where: { sagaId: { in: order.slice(6) } }, data: { status: 'COMPLETED' } })
    const { rows } = await listSagas(database.db, all, null)
    expect(rows.slice(0, 6).map(({ sagaId }) => sagaId)).toEqual(order.slice(0, 6).reverse())
    const counts = await countTabs(database.db, all)
    expect(counts).toEqual({ attention: 1, undone: 1, retrying: 1, running: 2, done: booked - 5 })
    for (const [tab, count] of Object.entries(counts))
      expect((await readPages({ ...all, tab: tab as SagaFilters['tab'] })).flat()).toHaveLength(count)
  })

  test('a page is read along its index, however far down it is', async () => {
    await database.db.$executeRawUnsafe('analyze saga')
    const plan = await database.db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`explain select s.saga_id from saga s
      where (saga_urgency(s.needs_attention, s.status, s.next_at), s.updated_at, s.saga_id) < (0, now(), '${newId()}'::uuid)
      order by saga_urgency(s.needs_attention, s.status, s.next_at) desc, s.updated_at desc, s.saga_id desc limit 26`)
    expect(plan.map((line) => line['QUERY PLAN']).join()).toMatch(/Index.*saga_failed_first_idx.*Index Cond/s)
  })
})

describe('search', () => {
  const found = async (search: string) => {
    const { rows } = await listSagas(database.db, { ...all, search }, null)
    return rows.map(({ visit }) => visit.id)
  }

  beforeAll(async () => {
    const slot = (await offeredSlots(database.db))[booked]
    const patient = { ...patients.karim, name: 'Élise Le Goff-Noël', email: 'elise@example.org' }
    const request = { requestId: newId(), doctorSlug: doctors.helene.slug, startsAt: slot?.startsAt ?? '', patient }
    const result = await createAppointment(database.db, request, new Date().toISOString())
    if (!result.ok) throw new Error(result.refused)
    ids.push(result.value.appointmentId)
  })

  test.each(['elise@example.org', ' Elise@Example.org ', 'elise', 'NOËL élise', 'le goff'])('%s', async (search) => {
    expect(await found(search)).toEqual([ids.at(-1)])
  })

  test('a word that is not in the name, or only begins one, finds nobody', async () => {
    expect(await found('elise moreau')).toEqual([])
    expect(await found('eli')).toEqual([])
    expect(await found('–')).toEqual([])
  })

  test('a visit’s reference, its id and the saga’s own id find it', async () => {
    const id = ids.at(-1) ?? ''
    const saga = await database.db.saga.findFirstOrThrow({ where: { appointmentId: id } })
    for (const search of [id.slice(0, 8).toUpperCase(), id, saga.sagaId, saga.sagaId.slice(0, 13)])
      expect(await found(search)).toEqual([id])
  })
})

describe('filters', () => {
  test('by doctor, by type and by when it began', async () => {
    const count = async (filters: Partial<SagaFilters>) => (await readPages({ ...all, ...filters })).flat().length
    expect(await count({ doctorId: doctors.helene.id })).toBe(booked + 1)
    expect(await count({ doctorId: doctors.idris.id })).toBe(0)
    expect(await count({ type: 'appointment-created' })).toBe(booked + 1)
    expect(await count({ type: 'appointment-cancelled' })).toBe(0)
    expect(await count({ since: new Date(Date.now() + 60_000).toISOString() })).toBe(0)
  })
})

describe('causes', () => {
  beforeEach(async () => {
    await database.drop()
    database = await createTestDatabase(inject('postgresUrl'))
    await setDemoFault(database.db, 'mail', 'refuses')
    for (const number of [0, 1]) await book(database.db, number)
    await carryAll(database.db)
    await setDemoFault(database.db, 'mail', 'works')
    await book(database.db, 2)
    await carryAll(database.db)
  })

  const cause = { state: 'attention', service: 'mail', kind: 'permanent' } as const

  test('sagas that stand still for the same reason are one group, and the list can be narrowed to it', async () => {
    const [group, ...others] = await listCauses(database.db)
    expect(group).toMatchObject({ ...cause, count: 2, status: 550 })
    expect(others).toEqual([])
    expect((await readPages({ ...all, cause })).flat()).toHaveLength(2)
    expect(await readPages({ ...all, cause: { ...cause, service: 'calendar' } })).toEqual([[]])
  })

  test('a group is tried again at once: each as it was seen, and one that changed meanwhile is left alone', async () => {
    const sagas = await listSeenSagas(database.db, { ...all, cause }, new Date().toISOString())
    const [first] = sagas
    const request = { operation: 'retry', by: 'ada', note: 'Mail works again.' } as const
    const now = () => new Date().toISOString()
    if (!first) throw new Error('nothing to retry')
    await operateSagas(database.db, { ...request, requestId: newId(), sagas: [first] }, now())

    const requestId = newId()
    expect(await operateSagas(database.db, { ...request, requestId, sagas }, now())).toEqual({
      done: 1,
      changed: 1,
      refused: 0,
    })
    expect(await operateSagas(database.db, { ...request, requestId, sagas }, now())).toMatchObject({ done: 1 })
    const retried = await database.db.event.count({ where: { type: 'SagaRetried' } })
    expect(retried).toBe(2)
    expect(await database.db.note.count()).toBe(2)
    await carryAll(database.db)
    expect(await listCauses(database.db)).toEqual([])
  })

  test('every saga of a group is tried again in one request', async () => {
    const sagas = await listSeenSagas(database.db, { ...all, cause }, new Date().toISOString())
    const request = { requestId: newId(), operation: 'retry', sagas, by: 'ada', note: null } as const
    const outcome = await operateSagas(database.db, request, new Date().toISOString())
    expect(outcome).toEqual({ done: 2, changed: 0, refused: 0 })
  })

  test('what was changed after the page was seen is not among what was seen', async () => {
    const before = new Date(Date.now() - 3_600_000).toISOString()
    expect(await listSeenSagas(database.db, { ...all, cause }, before)).toEqual([])
  })

  test('what cannot be done is counted apart', async () => {
    const done = await listSeenSagas(database.db, { ...all, tab: 'done' }, new Date().toISOString())
    const request = { requestId: newId(), operation: 'compensate', sagas: done, by: 'ada', note: null } as const
    const outcome = await operateSagas(database.db, request, new Date().toISOString())
    expect(outcome).toEqual({ done: 0, changed: 0, refused: 1 })
  })
})
