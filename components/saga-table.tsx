'use client'

import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import type { Failure } from '@/lib/domain/saga/failure'
import { type SagaFacts, SagaState, sagaState } from './saga-state'
import { useSagaWords } from './saga-words'
import { Time } from './time'

export type SagaTableRow = SagaFacts & {
  sagaId: string
  step: string | null
  failure: Failure | null
  tries: number
  updatedAt: string
  visit: { patientName: string; startsAt: string }
  doctor: { name: string; form: 'Dre' | 'Dr' } | undefined
}

/** The order is the server's (failed first) and so are the pages; the table adds nothing that would contradict them. */
const features = tableFeatures({})
const column = createColumnHelper<typeof features, SagaTableRow>()
const columns = column.columns([
  column.display({ id: 'state', cell: ({ row }) => <SagaState saga={row.original} /> }),
  column.display({ id: 'visit', cell: ({ row }) => <VisitCell row={row.original} /> }),
  column.display({ id: 'step', cell: ({ row }) => <StepCell row={row.original} /> }),
  column.display({ id: 'why', cell: ({ row }) => <WhyCell row={row.original} /> }),
  column.accessor('tries', { cell: ({ row }) => (row.original.tries > 0 ? row.original.tries : '–') }),
  column.display({ id: 'since', cell: ({ row }) => <Time at={row.original.updatedAt} form="short" /> }),
])

/** Sagas as a table on a desk, as cards on a phone. Roles are written out: cards would lose them. */
export function SagaTable({ rows }: { rows: SagaTableRow[] }) {
  const t = useTranslations('sagas')
  const table = useTable({ features, columns, data: rows, getRowId: ({ sagaId }) => sagaId })
  if (rows.length === 0) return <p className="sheet pad soft">{t('empty')}</p>
  return (
    <div className="sheet scroll">
      <table className="tbl cards sg" role="table" aria-label={t('table')}>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row">
              {group.headers.map((header) => (
                <th key={header.id} scope="col" role="columnheader" className={isNumber(header.column.id) ? 'r' : ''}>
                  {t(header.column.id as 'state')}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} role="row" data-state={sagaState(row.original)}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} role="cell" className={isNumber(cell.column.id) ? 'r num' : ''}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isNumber = (id: string) => id === 'tries' || id === 'since'

function VisitCell({ row }: { row: SagaTableRow }) {
  const t = useTranslations('sagas')
  const locale = useLocale()
  const { patientName, startsAt } = row.visit
  return (
    <>
      <Link
        prefetch={false}
        className="cover"
        href={`/sagas/${row.sagaId}`}
        aria-label={t('open', { patient: patientName })}
      >
        {patientName}
      </Link>
      <span className="sub">
        {row.doctor && `${doctorName(row.doctor, locale)} · `}
        <Time at={startsAt} form="short" />
      </span>
    </>
  )
}

function StepCell({ row }: { row: SagaTableRow }) {
  const t = useTranslations('saga_type')
  const words = useSagaWords()
  return (
    <>
      {row.step ? words.step(row.step) : '–'}
      <span className="sub">{t(row.type as 'appointment-created')}</span>
    </>
  )
}

function WhyCell({ row }: { row: SagaTableRow }) {
  const words = useSagaWords()
  return row.failure ? words.failure(row.failure) : null
}
