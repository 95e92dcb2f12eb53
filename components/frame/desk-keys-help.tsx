'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useKeys } from '@/components/ui/use-keys'

const KeysDialog = dynamic(() => import('./keys-dialog').then((module) => module.KeysDialog), { ssr: false })

/** All keys of the desk, on every page of it; loaded when they are asked for. */
export function DeskKeysHelp() {
  const [isOpen, setOpen] = useState(false)
  useKeys({ help: () => setOpen(true) })
  return isOpen ? <KeysDialog onClose={() => setOpen(false)} /> : null
}
