'use client'

import { useEffect } from 'react'
import { giveTypedBack } from './send-to-page'

let reader = ''

/** Returns the account that this page was made for; nothing on a page that is for anybody. */
export function readerHere(): string {
  return reader
}

/** Says whom the pages inside are for. Who has come back from signing in finds what they had typed. */
export function Reader({ id }: { id: string }) {
  useEffect(() => {
    reader = id
    giveTypedBack(id)
  }, [id])
  return null
}
