'use client'

import { useEffect } from 'react'
import { sendAll } from './pending-acts'
import { Toaster } from './ui/toaster'

/** The toasts of the pages inside, and the word that leaving them, or the browser, takes nothing back. */
export function SendOnLeaving() {
  useEffect(() => {
    window.addEventListener('pagehide', sendAll)
    return () => {
      window.removeEventListener('pagehide', sendAll)
      sendAll()
    }
  }, [])
  return <Toaster />
}
