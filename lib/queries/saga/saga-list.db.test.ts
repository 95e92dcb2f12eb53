import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors, patients } from '@/prisma/demo/cast'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import type { SagaFilters } from './saga-filters'
import { countTabs, listSagas, type SagaCursor, sagasPerPage } from './saga-list'
import { failedFirst } from './saga-order'
import type { SagaSummary } from './sagas'

const all: SagaFilters = { tab: null, type: null, doctorId: null, since: null, cause: null, search: null }
const nothing = { failedStep: null, failure: null, asksAbout: [] }
const booked = 2 * sagasPerPage + 5
let database: TestDatabase
const ids: string[] = []

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  for (let number = 0; number < booked; number++) ids.push(await book(database.db, number))
})
afterAll(() => database.drop())

const readRows = async (filters: SagaFilters, order = failedFirst) => {
  const pages: SagaSummary[][] = []
  for (let cursor: SagaCursor | null = null; ; ) {
    const { rows, next, before } = await listSagas(database.db, filters, cursor, order)
    expect(before).toBe(pages.flat().length)
    pages.push(rows)
    if (!next) return pages
    cursor = next
  }
}

const readPages = async (filters: SagaFilters) =>
  (await readRows(filters)).map((rows) => rows.map(({ sagaId }) => sagaId))

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

  const inOrder = {
    visit: (row: SagaSummary) => Date.parse(row.visit.startsAt),
    tries: (row: SagaSummary) => row.tries,
    since: (row: SagaSummary) => Date.parse(row.updatedAt),
  }

  test('all of them are put in order by a column, up and down, each on one page', async () => {
    const sagas = await database.db.saga.findMany({ take: 3 })
    for (const [tries, { sagaId }] of sagas.entries()) {
      const at = new Date(Date.now() - (1 + tries) * hourMs)
      await database.db.saga.update({ where: { sagaId }, data: { updatedAt: at, data: { ...nothing, step: 'mail' } } })
      const known = { sagaId, step: 'mail', key: sagaId, service: 'mail', startedAt: at, deadlineAt: at }
      const attempts = Array.from({ length: tries }, (_, index) => ({ ...known, attempt: index + 1 }))
      await database.db.sagaStepAttempt.createMany({ data: attempts })
    }
    for (const by of ['visit', 'tries', 'since'] as const) {
      const rows = (await readRows(all, { by, isAscending: true })).flat()
      const values = rows.map(inOrder[by])
      expect(new Set(rows.map(({ sagaId }) => sagaId)).size).toBe(booked)
      expect(values).toEqual(values.toSorted((one, other) => one - other))
      expect(new Set(values).size).toBeGreaterThan(2)
      const down = (await readRows(all, { by, isAscending: false })).flat()
      expect(down.map(({ sagaId }) => sagaId)).toEqual(rows.map(({ sagaId }) => sagaId).reverse())
    }
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
      where (saga_urgency(s.needs_attention, s.status, s.next_at), s.updated_at, s.saga_id) < (0, '${isoNow()}'::timestamptz, '${newId()}'::uuid)
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
    const result = await createAppointment(database.db, request, isoNow())
    if (!result.ok) throw new Error(result.refused)
    ids.push(result.value.appointmentId)
  })

  test.each([
    'elise@example.org',
    ' Elise@Example.org ',
    'elise',
    'NOËL élise',
    'le goff',
    'goffnoel',
    'ＥＬＩＳＥ',
    'e\u0301lise',
    'eli\u00adse\u200b',
  ])('%s', async (search) => {
    expect(await found(search)).toEqual([ids.at(-1)])
  })

  test('a word that is not in the name, or only begins one, finds nobody', async () => {
    expect(await found('elise moreau')).toEqual([])
    expect(await found('eli')).toEqual([])
    expect(await found('–')).toEqual([])
  })

  test('a visit’s reference, its id and the saga’s own id find it', async () => {
    const id = ids.at(-1) ?? ''
    const saga = await database.db.saga.findFirstOrThrow({ where: { subjectId: id } })
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
    expect(await count({ since: new Date(Date.now() + minuteMs).toISOString() })).toBe(0)
  })
})
