import type { RefObject } from 'react'
import { useKeys } from '@/components/ui/use-keys'

/** Keys go from row to row of a table and choose one; Enter opens it, since its link has the focus. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  const links = () => [...(table.current?.querySelectorAll<HTMLElement>('tbody a.cover') ?? [])]
  const at = () => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  useKeys({
    down: () => links()[Math.min(at() + 1, links().length - 1)]?.focus(),
    up: () => links()[Math.max(at() - 1, 0)]?.focus(),
    choose: () => links()[at()]?.closest('tr')?.querySelector<HTMLElement>('input[type=checkbox]')?.click(),
  })
}
