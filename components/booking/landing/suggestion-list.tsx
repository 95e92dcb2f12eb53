import type { Route } from 'next'
import Link from 'next/link'
import { SoonTime } from '@/components/ui/soon-time'
import type { Suggestions } from '@/lib/domain/find/suggestions'
import styles from './find.module.css'

type SuggestionListProps = {
  name: string
  /** Undefined while there is nothing to choose from. */
  shown: Suggestions | undefined
  /** Which one the arrow keys are at, of all of them. */
  active: number
}

/** Returns the id of a suggestion by its place among all of them. */
export function suggestionId(index: number): string {
  return `suggestion-${index}`
}

/** What may be meant, by kind, each with its next free hour. The focus stays in the field. */
export function SuggestionList({ name, shown, active }: SuggestionListProps) {
  let index = 0
  return (
    <div id="suggestions" className={styles.suggestions} role="listbox" aria-label={name} hidden={!shown}>
      {shown?.groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
        <div key={group.name} role="group" aria-label={group.name}>
          <p className="small mute" aria-hidden="true">
            {group.name}
          </p>
          {group.options.map(({ href, title, detail, at }) => {
            const own = index++
            return (
              <Link
                prefetch={false}
                key={href}
                id={suggestionId(own)}
                role="option"
                aria-selected={own === active}
                tabIndex={-1}
                className={styles.suggestion}
                href={href as Route}
                // A field that loses the focus closes the list before it is pressed.
                onMouseDown={(event) => event.preventDefault()}
              >
                <span>
                  {title}
                  <small>{detail}</small>
                </span>
                {at && (
                  <span className={styles.soonest}>
                    <SoonTime at={at} now={shown.now} />
                  </span>
                )}
              </Link>
            )
          })}
        </div>
      ))}
    </div>
  )
}
