import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import frame from '@/components/frame/frame.module.css'
import { LanguageSwitch } from '@/components/frame/language-switch'
import { Mark } from '@/components/frame/mark'

type SetUpFrameProps = { setLocale: (form: FormData) => Promise<void>; children: ReactNode }

/** What surrounds the pages of a clinic that is not open yet: nothing leads anywhere else. */
export function SetUpFrame({ setLocale, children }: SetUpFrameProps) {
  const t = useTranslations('page')
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className={`page ${frame.top} ${frame.wraps}`}>
        <span className={frame.brand}>
          <Mark />
          Carnet
        </span>
        <span className="push" />
        <LanguageSwitch action={setLocale} />
      </header>
      <main id="main" className="page">
        {children}
      </main>
    </>
  )
}
