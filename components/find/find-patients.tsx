'use client'

import { Search } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import { limits } from '@/lib/domain/limits'
import type { FoundAnswer, FoundPatient } from '@/lib/domain/patient/found-patient'
import styles from './find.module.css'
import { FoundRow } from './found-row'
import { useFound } from './use-found'

type FindPatientsProps = {
  /** When it was drawn (ISO instant). */
  now: string
  /** Who was found by a browser without a script. */
  first?: FoundAnswer | null
  /** What choosing somebody does; left out, it leads to their card. */
  onChoose?: (patient: FoundPatient) => void
  /** Whether the field is written in at once, as in a dialog that was opened for it. */
  isFocused?: boolean
  /** What was typed before the field was there; asked for once. */
  takeEarly?: () => string
}

/** A field in which one types what somebody says of themselves, and the people it may be; arrows and Enter choose one. */
export function FindPatients({ now, first = null, onChoose, isFocused = false, takeEarly }: FindPatientsProps) {
  const t = useTranslations('patients')
  const id = useId()
  const router = useRouter()
  const [typed, setTyped] = useState(first?.typed ?? '')
  const [active, setActive] = useState(0)
  const takeNow = useEffectEvent(() => {
    const early = takeEarly?.()
    if (early) setTyped((now) => now + early)
  })
  useEffect(() => takeNow(), [])
  const { answer, isAway, isAsking } = useFound(typed, first)
  const found = answer?.found
  const people = found?.people ?? []
  const chosen = people[Math.min(active, people.length - 1)]

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // In the middle of a form Enter chooses somebody, and sends nothing.
    if (event.key === 'Enter' && onChoose) event.preventDefault()
    if (event.nativeEvent.isComposing || people.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setActive((at) => (Math.min(at, people.length - 1) + step + people.length) % people.length)
    } else if (event.key === 'Enter' && chosen && !isAsking) {
      event.preventDefault()
      if (onChoose) onChoose(chosen)
      else router.push(`/patients/${chosen.id}` as Route)
    }
  }
  return (
    <>
      <label className="visually-hidden" htmlFor={`${id}-typed`}>
        {t('find')}
      </label>
      <span className={`search ${styles.field}`}>
        <Search className="icon" aria-hidden="true" />
        <input
          className="input"
          id={`${id}-typed`}
          name="typed"
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={people.length > 0}
          aria-controls={`${id}-people`}
          aria-activedescendant={chosen && `${id}-${chosen.id}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={limits.search}
          placeholder={t('find_hint')}
          // biome-ignore lint/a11y/noAutofocus: whoever opens the dialog wants to type
          autoFocus={isFocused}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      <p className={`${styles.count} small mute`} role="status">
        {isAway ? t('away') : found ? said(found.isAsked ? found.total : null) : t('how')}
      </p>
      <div id={`${id}-people`} role="listbox" aria-label={t('people')} className={styles.people}>
        {people.map((patient) => (
          <FoundRow
            key={patient.id}
            id={`${id}-${patient.id}`}
            patient={patient}
            typed={answer?.typed ?? ''}
            isActive={patient === chosen}
            now={now}
            onChoose={onChoose}
          />
        ))}
      </div>
      {found && found.total > people.length && (
        <p className={`${styles.count} small soft`}>{t('more', { count: found.total - people.length })}</p>
      )}
    </>
  )

  function said(total: number | null): string {
    if (total === null) return t('type_more')
    return total === 0 ? t('none') : t('count', { count: total })
  }
}
