'use client'

import dynamic from 'next/dynamic'
import type { RunSummary } from '@/lib/domain/run/summary'
import type { FormAction } from '@/lib/web/form-answer'

const RunLines = dynamic(() => import('./run-lines').then((module) => module.RunLines))

type RunsToldProps = { runs: readonly RunSummary[]; now: string; action: FormAction }

/** The runs that are under way, if any: what tells of them is loaded with the first, since few pages have one. */
export function RunsTold(props: RunsToldProps) {
  return props.runs.length > 0 ? <RunLines {...props} /> : null
}
