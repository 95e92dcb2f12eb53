import type { ReactNode } from 'react'
import { setLocale } from '@/app/actions/anyone/set-locale'
import { ClientMessages } from '@/app/client-messages'
import { SetUpFrame } from '@/components/setup/setup-frame'

/** The frame of a clinic that is not open yet. */
export default function SetUpLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages on="desk">
      <SetUpFrame setLocale={setLocale}>{children}</SetUpFrame>
    </ClientMessages>
  )
}
