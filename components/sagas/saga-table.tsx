'use client'

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { SagaState, sagaState } from '@/components/ui/saga-state'
import { ChooseBox } from './choose-box'
import { SinceCell, StepCell, VisitCell, WhyCell } from './saga-cells'
import { SagaHeader } from './saga-header'
import type { SagaTableRow } from './saga-row'
import styles from './saga-table.module.css'

/** The pages are the server's, and so it puts them in order; the table knows by which column, and which comes next. */
const features = tableFeatures({ rowSelectionFeature, rowSortingFeature, columnVisibilityFeature })
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
  column.accessor(sagaState, { id: 'state', cell: ({ row }) => <SagaState saga={row.original} /> }),
  column.accessor('visit.startsAt', { id: 'visit', cell: ({ row }) => <VisitCell row={row.original} /> }),
  column.display({ id: 'step', cell: ({ row }) => <StepCell row={row.original} /> }),
  column.display({ id: 'why', cell: ({ row }) => <WhyCell row={row.original} /> }),
  column.accessor('tries', { cell: ({ row }) => (row.original.tries > 0 ? row.original.tries : '–') }),
  column.accessor('updatedAt', { id: 'since', cell: ({ row }) => <SinceCell row={row.original} /> }),
])

export type Choice = Record<string, true>

type SagaTableProps = {
  rows: SagaTableRow[]
  choice: Choice
  onChoose: (change: (choice: Choice) => Choice) => void
  isGone: (sagaId: string) => boolean
  hasChanged: (row: SagaTableRow) => boolean
  view: SagaView
}

/** How a list is looked at, and its address without the page. */
export type SagaView = {
  order: { by: 'state' | 'visit' | 'tries' | 'since'; isAscending: boolean }
  without: readonly ('step' | 'why' | 'tries' | 'since')[]
  params: Record<string, string>
}

/** Sagas as a table on a desk, as cards on a phone. Roles are written out: cards would lose them. */
export function SagaTable({ rows, choice, onChoose, isGone, hasChanged, view }: SagaTableProps) {
  const t = useTranslations('sagas')
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ sagaId }) => sagaId,
    state: {
      rowSelection: choice,
      sorting: [{ id: view.order.by, desc: !view.order.isAscending }],
      columnVisibility: Object.fromEntries(view.without.map((id) => [id, false])),
    },
    manualSorting: true,
    sortDescFirst: true,
    onRowSelectionChange: (change) => onChoose(typeof change === 'function' ? change : () => change),
  })
  return (
    <table className={`table cards ${styles.sagas}`} role="table" aria-label={t('table')}>
      <thead role="rowgroup">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row">
            {group.headers.map((header) => (
              <th
                key={header.id}
                scope="col"
                role="columnheader"
                data-column={header.id}
                className={isNumber(header.id) ? 'right' : ''}
                aria-sort={sortWords[header.column.getIsSorted() || 'none']}
              >
                {header.id === 'choose' && <table.FlexRender header={header} />}
                {isSorted(header.id) && (
                  <SagaHeader
                    name={header.id}
                    sorted={header.column.getIsSorted()}
                    next={header.column.getNextSortingOrder()}
                    params={view.params}
                  />
                )}
                {(header.id === 'step' || header.id === 'why') && t(header.id)}
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
            className={`${row.getIsSelected() ? styles.picked : ''} ${isGone(row.id) ? styles.movedOn : ''}`}
          >
            {row.getVisibleCells().map((cell) => (
              <td
                key={cell.id}
                role="cell"
                data-column={cell.column.id}
                className={isNumber(cell.column.id) ? 'right numeric' : ''}
              >
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

const sortWords = { asc: 'ascending', desc: 'descending', none: undefined } as const
const isSorted = (id: string) => id === 'state' || id === 'visit' || id === 'tries' || id === 'since'
const isNumber = (id: string) => id === 'tries' || id === 'since'
