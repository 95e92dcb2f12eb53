'use client'

import { createColumnHelper, rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { StepCell, VisitCell, WhyCell } from './saga-cells'
import type { SagaTableRow } from './saga-row'
import { SagaState, sagaState } from './saga-state'
import { Time } from './time'

/** The order is the server's (failed first) and so are the pages; the table adds nothing that would contradict them. */
const features = tableFeatures({ rowSelectionFeature })
const column = createColumnHelper<typeof features, SagaTableRow>()
const columns = column.columns([
  column.display({
    id: 'choose',
    header: ({ table }) => (
      <ChooseBox
        isChosen={table.getIsAllRowsSelected()}
        isSome={table.getIsSomeRowsSelected()}
        onChange={table.getToggleAllRowsSelectedHandler()}
      />
    ),
    cell: ({ row }) => (
      <ChooseBox row={row.original} isChosen={row.getIsSelected()} onChange={row.getToggleSelectedHandler()} />
    ),
  }),
  column.display({ id: 'state', header: 'state', cell: ({ row }) => <SagaState saga={row.original} /> }),
  column.display({ id: 'visit', header: 'visit', cell: ({ row }) => <VisitCell row={row.original} /> }),
  column.display({ id: 'step', header: 'step', cell: ({ row }) => <StepCell row={row.original} /> }),
  column.display({ id: 'why', header: 'why', cell: ({ row }) => <WhyCell row={row.original} /> }),
  column.accessor('tries', { header: 'tries', cell: ({ row }) => (row.original.tries > 0 ? row.original.tries : '–') }),
  column.display({
    id: 'since',
    header: 'since',
    cell: ({ row }) => <Time at={row.original.updatedAt} form="short" />,
  }),
])

export type Choice = Record<string, true>

type SagaTableProps = {
  rows: SagaTableRow[]
  choice: Choice
  onChoose: (change: (choice: Choice) => Choice) => void
  isGone: (sagaId: string) => boolean
  hasChanged: (row: SagaTableRow) => boolean
}

/** Sagas as a table on a desk, as cards on a phone. Roles are written out: cards would lose them. */
export function SagaTable({ rows, choice, onChoose, isGone, hasChanged }: SagaTableProps) {
  const t = useTranslations('sagas')
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ sagaId }) => sagaId,
    state: { rowSelection: choice },
    onRowSelectionChange: (change) => onChoose(typeof change === 'function' ? change : () => change),
  })
  return (
    <table className="tbl cards sg" role="table" aria-label={t('table')}>
      <thead role="rowgroup">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row">
            {group.headers.map((header) => (
              <th key={header.id} scope="col" role="columnheader" className={isNumber(header.column.id) ? 'r' : ''}>
                {header.column.id === 'choose' ? <table.FlexRender header={header} /> : t(header.column.id as 'state')}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody role="rowgroup">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            role="row"
            data-state={sagaState(row.original)}
            data-changed={hasChanged(row.original) ? row.original.version : undefined}
            className={`${row.getIsSelected() ? 'picked' : ''} ${isGone(row.id) ? 'moved-on' : ''}`}
          >
            {row.getAllCells().map((cell) => (
              <td key={cell.id} role="cell" className={isNumber(cell.column.id) ? 'r num' : ''}>
                <table.FlexRender cell={cell} />
                {cell.column.id === 'state' && isGone(row.id) && <span className="sub">{t('moved_on')}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ChooseBoxProps = {
  /** None stands for all rows of the page. */
  row?: SagaTableRow
  isChosen: boolean
  isSome?: boolean
  onChange: (event: unknown) => void
}

function ChooseBox({ row, isChosen, isSome = false, onChange }: ChooseBoxProps) {
  const t = useTranslations('sagas')
  const partly = useCallback(
    (box: HTMLInputElement | null) => {
      if (box) box.indeterminate = isSome && !isChosen
    },
    [isSome, isChosen],
  )
  return (
    <input
      ref={partly}
      type="checkbox"
      className="check"
      checked={isChosen}
      onChange={onChange}
      aria-label={row ? t('choose_one', { patient: row.visit.patientName }) : t('choose_all')}
      {...(row && { name: 'saga', value: `${row.sagaId}_${row.version}` })}
    />
  )
}

const isNumber = (id: string) => id === 'tries' || id === 'since'
