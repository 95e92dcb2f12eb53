'use client'

import { Search } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useState } from 'react'
import styles from './find.module.css'
import { FocusKey } from './focus-key'
import { SuggestionList, suggestionId } from './suggestion-list'
import { useSuggestions } from './use-suggestions'

type FindBoxProps = {
  /** What the page answers to. */
  typed: string
  limit: number
  words: { label: string; find: string; submit: string; options: string }
}

/**
 * Finds by name, specialty or reason. A plain form, whose answer has an address of its own; with a script it is a combobox
 * that suggests while one types.
 */
export function FindBox({ typed: asked, limit, words }: FindBoxProps) {
  // Another page answers to something else.
  const [before, setBefore] = useState(asked)
  const [typed, setTyped] = useState(asked)
  const [isClosed, setClosed] = useState(true)
  const [active, setActive] = useState(-1)
  if (before !== asked) {
    setBefore(asked)
    setTyped(asked)
    setClosed(true)
  }
  const router = useRouter()
  const suggestions = useSuggestions(isClosed ? '' : typed)
  const options = suggestions?.groups.flatMap((group) => group.options) ?? []
  const isOpen = !isClosed && options.length > 0
  const chosen = isOpen ? options[active] : undefined

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setClosed(false)
      // Before the first and after the last one is in the field again.
      if (isOpen) setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1)
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      setClosed(true)
      router.push(chosen.href as Route)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      setClosed(true)
    } else if (event.key === 'Tab') setClosed(true)
  }
  return (
    <search aria-label={words.find}>
      <form action="/" className={styles.findForm} onSubmit={() => setClosed(true)}>
        <label className="visually-hidden" htmlFor="q">
          {words.label}
        </label>
        <span className="search">
          <Search className="icon" aria-hidden="true" />
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls="suggestions"
            aria-activedescendant={chosen && suggestionId(active)}
            autoComplete="off"
            spellCheck={false}
            maxLength={limit}
            placeholder={words.label}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value)
              setActive(-1)
              setClosed(false)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setClosed(true)}
          />
        </span>
        <button type="submit" className="visually-hidden">
          {words.submit}
        </button>
        <SuggestionList name={words.options} shown={isOpen ? suggestions : undefined} active={active} />
        <p className="visually-hidden" role="status">
          {isClosed ? '' : suggestions?.said}
        </p>
      </form>
      <FocusKey at="/" id="q" />
    </search>
  )
}
