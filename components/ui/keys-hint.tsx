'use client'

import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { type DeskKey, keySign, keysOf } from './desk-keys'

/** The keys of a page that are worth knowing by heart, and the way to all of them. It vanishes on a phone. */
export function KeysHint({ names, className = '' }: { names: readonly DeskKey[]; className?: string }) {
  const t = useTranslations('desk_keys')
  return (
    <p className={`keys not-printed ${className}`}>
      <span className="visually-hidden">{t('label')}: </span>
      {names.map((name) => (
        <Fragment key={name}>
          <span className="one-line">
            {keysOf(name).map((key) => (
              <kbd key={key}>{keySign(key)}</kbd>
            ))}{' '}
            {t(name)} ·
          </span>{' '}
        </Fragment>
      ))}
      <button type="button" className="one-line needs-script" onClick={pressHelp}>
        <kbd>?</kbd> {t('all')}
      </button>
    </p>
  )
}

/** The same as the key. */
function pressHelp(): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
}
