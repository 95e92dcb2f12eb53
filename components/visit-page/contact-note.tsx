import { Mail, MailX, MessageSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Channel } from '@/lib/domain/messages/channels'
import type { FormAction } from '@/lib/web/form-answer'
import { ContactForm } from './contact-form'
import { SayAgain } from './say-again'
import styles from './visit-page.module.css'

type Told = { channel: Channel; to: string; state: 'waiting' | 'sent' | 'returned' }
type Asking = { action: FormAction; requestId: string; token: string }

const icons = { mail: Mail, sms: MessageSquare } as const

/** Nothing reaches the patient at this address: the visit is theirs all the same, and another one is asked for. */
export function WrongAddress({ told, phone, ...asking }: { told: Told; phone: string } & Asking) {
  const t = useTranslations('contact')
  const { channel, to } = told
  return (
    <section className="sheet padded" aria-labelledby={`wrong-${channel}`}>
      <h2 id={`wrong-${channel}`}>
        <MailX className="icon" aria-hidden="true" /> {t(`wrong_${channel}`, { to })}
      </h2>
      <p className="soft above-2">{t.rich(`wrong_body_${channel}`, { phone: () => <PhoneLink phone={phone} /> })}</p>
      <ContactForm {...asking} channel={channel} />
    </section>
  )
}

type ToldAtProps = Asking & {
  told: Told
  /** Made with the page, like the id of the other form: to have it said again is another request. */
  againId: string
  children?: ReactNode
}

/** Where the patient was told, how to have it said at another address, or again, and what follows from it. */
export function ToldAt({ told, againId, children, ...asking }: ToldAtProps) {
  const t = useTranslations('visit_page')
  const { channel, to, state } = told
  const Icon = icons[channel]
  return (
    <section className={`${styles.told} not-printed`} aria-label={t(`told_${channel}`)}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        <p>
          {t.rich(state === 'sent' ? `sent_${channel}` : `sending_${channel}`, {
            to,
            strong: (chunks) => <b className="strong">{chunks}</b>,
          })}
        </p>
        <div className={styles.toldActs}>
          {state === 'sent' && <SayAgain {...asking} requestId={againId} channel={channel} />}
          <details>
            <summary>{t('correct')}</summary>
            <ContactForm {...asking} channel={channel} />
          </details>
        </div>
        {children}
      </div>
    </section>
  )
}
