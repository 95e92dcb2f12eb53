'use client'

import { useTranslations } from 'next-intl'
import { type DeskKey, deskKeys, type KeyGroup, keySign, keysOf } from '@/components/ui/desk-keys'
import { Dialog } from '@/components/ui/dialog'
import styles from './keys.module.css'

/** Every key, by what it is about. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('desk_keys')
  return (
    <Dialog title={t('label')} description={t('what')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className={styles.groups}>
        {(Object.keys(deskKeys) as KeyGroup[]).map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{t(`group_${group}`)}</h3>
            <dl>
              {(Object.keys(deskKeys[group]) as DeskKey[]).map((name) => (
                <div key={name}>
                  <dt>
                    {keysOf(name).map((key) => (
                      <kbd key={key}>{keySign(key)}</kbd>
                    ))}
                  </dt>
                  <dd>{t(name)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
