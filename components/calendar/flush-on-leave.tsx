'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { pendingActs, sendAll } from './acts/pending-acts'

const LateToaster = dynamic(() => import('./lazy-toaster').then((module) => module.LazyToaster), { ssr: false })

/** Whether a toast was wanted before, on a page that has been left since. */
let wasWanted = false

/** The toasts of the pages inside, and the word that leaving them, or the browser, takes nothing back. */
export function FlushOnLeave() {
  const [isWanted, setWanted] = useState(wasWanted)
  useEffect(() => {
    window.addEventListener('pagehide', sendAll)
    const forget = pendingActs.subscribe(() => {
      wasWanted = true
      setWanted(true)
    })
    return () => {
      window.removeEventListener('pagehide', sendAll)
      forget()
      sendAll()
    }
  }, [])
  return isWanted ? <LateToaster /> : null
}
