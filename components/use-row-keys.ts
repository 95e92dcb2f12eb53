import { type RefObject, useEffect } from 'react'

/** J and K go to the next and the last row of a table, X chooses the row; Enter opens it, since its link has the focus. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const links = [...(table.current?.querySelectorAll<HTMLElement>('tbody a.cover') ?? [])]
      const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
      const key = event.key.toLowerCase()
      if (key === 'j') links[Math.min(at + 1, links.length - 1)]?.focus()
      else if (key === 'k') links[Math.max(at - 1, 0)]?.focus()
      else if (key === 'x') links[at]?.closest('tr')?.querySelector<HTMLElement>('input[type=checkbox]')?.click()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [table])
}

/** Where a letter is a letter: in a field, and in a dialog. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [role=dialog]') !== null
  )
}
