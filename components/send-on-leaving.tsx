'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { pendingActs, sendAll } from './pending-acts'

const LateToaster = dynamic(() => import('./late-toaster').then((module) => module.LateToaster), { ssr: false })

/** Whether a toast was wanted before, on a page that has been left since. */
let wasWanted = false

/** The toasts of the pages inside, and the word that leaving them, or the browser, takes nothing back. */
export function SendOnLeaving() {
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
