import { ArrowLeft } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'

/** The way back, over the heading. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="above-3 below-3">
      <Link prefetch={false} className="back-link small" href={href as Route}>
        <ArrowLeft className="icon" aria-hidden="true" />
        {children}
      </Link>
    </p>
  )
}
