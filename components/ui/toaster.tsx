'use client'

import { useTranslations } from 'next-intl'
import { Toaster as Sonner } from 'sonner'
import styles from './ui.module.css'

/** Where toasts appear: at the foot, above a phone's navigation, and away from what is being read. */
export function Toaster() {
  const t = useTranslations('ui')
  return (
    <Sonner
      position="bottom-center"
      offset={{ bottom: '1.5rem' }}
      mobileOffset={{ bottom: '5.5rem' }}
      containerAriaLabel={t('toasts')}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: `${styles.toast}`,
          title: `${styles.toastTitle}`,
          actionButton: 'button compact',
          cancelButton: 'button bare compact',
        },
      }}
    />
  )
}
