import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { SagaTableRow } from './saga-row'
import styles from './saga-table.module.css'

type ChooseBoxProps = {
  /** None stands for all rows of the page. */
  row?: SagaTableRow
  isChosen: boolean
  isSome?: boolean
  onChange: (event: unknown) => void
}

/** Chooses a row, or all of a page. Without a script it is the browser's own box. */
export function ChooseBox({ row, isChosen, isSome = false, onChange }: ChooseBoxProps) {
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
      className={styles.check}
      checked={isChosen}
      onChange={onChange}
      aria-label={row ? t('choose_one', { patient: row.visit.patientName }) : t('choose_all')}
      {...(row && { name: 'saga', value: `${row.sagaId}_${row.version}` })}
    />
  )
}
