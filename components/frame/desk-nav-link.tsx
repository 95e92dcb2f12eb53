'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'
import type { ReactNode } from 'react'

type DeskNavLinkProps = {
  href: string
  /** The first parts of the addresses that belong to it. */
  marks: readonly string[]
  children: ReactNode
}

/** A link of the desk's navigation, marked on the pages that belong to it; by the server's hand, too. */
export function DeskNavLink({ href, marks, children }: DeskNavLinkProps) {
  const segment = useSelectedLayoutSegment()
  return (
    <Link href={href as Route} aria-current={marks.includes(`/${segment}`) ? 'page' : undefined}>
      {children}
    </Link>
  )
}
