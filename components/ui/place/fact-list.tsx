import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './fact-list.module.css'

/** Facts that one looks up before coming, each beside its sign. */
export function FactList({ children }: { children: ReactNode }) {
  return <ul className={styles.facts}>{children}</ul>
}

/** One of them. The sign says nothing that the words do not. */
export function Fact({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li>
      <Icon className="icon" aria-hidden="true" />
      <div>{children}</div>
    </li>
  )
}
