'use client'

import { secondMs } from '@/lib/domain/time'
import { useReadAgain } from './use-read-again'

/** Reads the page again every so many seconds, while somebody looks at it. */
export function ReadEvery({ seconds }: { seconds: number }) {
  useReadAgain({ everyMs: seconds * secondMs })
  return null
}
