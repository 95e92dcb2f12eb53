'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { refusedField } from '@/components/form/refused'
import { SubmitButton } from '@/components/form/submit-button'
import { useForm } from '@/components/form/use-form'
import { Portrait } from '@/components/ui/portrait'
import { photoKinds } from '@/lib/domain/people/photo'
import type { FormAction } from '@/lib/web/form-answer'
import styles from './clinic.module.css'

type PhotoFormProps = {
  doctor: { slug: string; name: string }
  photo: string | null
  /** What became of the photo that was just sent, if one was: a word, or why it was not taken. */
  became: { isSaved: boolean; words: string } | undefined
  remove: FormAction
}

/** A doctor's photo. It goes to a route, which alone takes anything as heavy, and which leads back here. */
export function PhotoForm({ doctor, photo, became, remove }: PhotoFormProps) {
  const t = useTranslations('clinic_edit')
  const tc = useTranslations('clinic')
  const [answer, send, named] = useForm(remove, 'photo')
  const refusal = became && !became.isSaved ? became.words : undefined
  return (
    <div className={styles.photo}>
      <Portrait name={doctor.name} photo={photo} size="large" />
      <div className="stack gap-3">
        <form
          action={`/api/doctors/${doctor.slug}/photo`}
          method="post"
          encType="multipart/form-data"
          className="fields tight"
        >
          <div className="field">
            <label htmlFor="photo-file">{t('choose_photo')}</label>
            <p className="hint" id="photo-hint">
              {t('photo_hint')}
            </p>
            <input
              className={styles.file}
              id="photo-file"
              name="photo"
              type="file"
              accept={photoKinds}
              required
              {...refusedField(refusal)}
              aria-describedby={refusal ? 'photo-hint photo-refusal' : 'photo-hint'}
            />
            {refusal && (
              <p className="refusal" id="photo-refusal">
                <CircleAlert className="icon" aria-hidden="true" /> {refusal}
              </p>
            )}
          </div>
          <div className="row">
            <button type="submit" className="button">
              {t('send_photo')}
            </button>
            <p role="status" className="small">
              {became?.isSaved && photo !== null && became.words}
            </p>
          </div>
        </form>
        <FaultNote reference={answer.fault} />
        {photo === null ? (
          <p className="small mute">{t('monogram_instead')}</p>
        ) : (
          <form action={send}>
            {named}
            <input type="hidden" name="doctor" value={doctor.slug} />
            <SubmitButton className="button compact" pending={tc('saving')}>
              {t('remove_photo')}
            </SubmitButton>
          </form>
        )}
      </div>
    </div>
  )
}
