'use client'

import { useEffect } from 'react'
import { toast } from 'sonner'
import { Toaster } from '@/components/ui/toaster'
import { HeldToast } from './held-toast'
import { toasterIsReady } from './toasts'

/** The toaster, loaded with the first toast. Its own effects have run, and so it listens, before this one does. */
export function LazyToaster() {
  useEffect(() => toasterIsReady(toast), [])
  return (
    <>
      <Toaster />
      <HeldToast />
    </>
  )
}
