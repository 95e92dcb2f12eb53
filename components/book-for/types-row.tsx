import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import type { OfferedType } from './book-for'
import styles from './book-for.module.css'

type TypesRowProps = { types: readonly OfferedType[]; chosen: string; choose: (id: string) => void }

/** What the patient comes for; the keys 1 to 9 choose, but while somebody writes. */
export function TypesRow({ types, chosen, choose }: TypesRowProps) {
  const t = useTranslations('book_for')
  const locale = useLocale() as 'fr' | 'en'
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isWriting =
      event.target instanceof HTMLElement && event.target.matches('input:not([type=radio], [type=checkbox])')
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isWriting) return
    const type = /^[1-9]$/.test(event.key) ? types[Number(event.key) - 1] : undefined
    if (!type) return
    event.preventDefault()
    choose(type.id)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
  return (
    <div className={styles.choices} role="radiogroup" aria-labelledby="what">
      {types.map(({ id, name, minutes }, index) => (
        <label key={id} className={styles.choice}>
          <input type="radio" name="type" value={id} checked={chosen === id} onChange={() => choose(id)} />
          {index < 9 && (
            <span className="not-on-phone" aria-hidden="true">
              <kbd>{index + 1}</kbd>
            </span>
          )}
          <span>{name[locale]}</span> <small>{t('minutes', { minutes })}</small>
        </label>
      ))}
    </div>
  )
}
