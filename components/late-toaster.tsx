'use client'

import { useEffect } from 'react'
import { toast } from 'sonner'
import { toasterIsReady } from './toasts'
import { Toaster } from './ui/toaster'

/** The toaster, loaded with the first toast. Its own effects have run, and so it listens, before this one does. */
export function LateToaster() {
  useEffect(() => toasterIsReady(toast), [])
  return <Toaster />
}
