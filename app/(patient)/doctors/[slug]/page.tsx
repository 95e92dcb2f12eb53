import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { SlotWeek } from '@/components/slot-week'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { getClinic } from '@/lib/queries/clinic'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { listOpenSlots } from '@/lib/queries/open-slots'

const weekMs = 7 * 86_400_000
const lastWeek = 11

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ week?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const doctor = await findDoctorBySlug(db(), (await params).slug)
  return doctor ? { title: doctorName(doctor, await getLocale()) } : {}
}

/** One doctor's free hours, a week at a time. */
export default async function DoctorPage({ params, searchParams }: Props) {
  const [{ slug }, { week: asked }] = await Promise.all([params, searchParams])
  const [t, ts, locale] = await Promise.all([getTranslations('doctor'), getTranslations('specialty'), getLocale()])
  const [doctor, clinic] = await Promise.all([findDoctorBySlug(db(), slug), getClinic(db())])
  if (!doctor) notFound()
  const week = Math.min(Math.max(Number.parseInt(asked ?? '0', 10) || 0, 0), lastWeek)
  const from = new Date(Date.now() + week * weekMs).toISOString()
  const slots = (await listOpenSlots(db(), [doctor], from, 7)).get(doctor.id) ?? []
  return (
    <div className="pb-4">
      <p className="py-3">
        <Link className="back small" href="/">
          <ArrowLeft className="icon" aria-hidden="true" />
          {t('back')}
        </Link>
      </p>
      <div className="doctor pb-6">
        <h1>{doctorName(doctor, locale)}</h1>
        <p className="soft">
          {ts(doctor.specialty as 'general')} · {t('minutes', { minutes: doctor.schedule.visitMinutes })} ·{' '}
          {clinic.address}
        </p>
      </div>
      <div className="row justify-between pb-3">
        <h2>{t('choose')}</h2>
        <nav className="row" aria-label={t('choose')}>
          <WeekLink slug={slug} week={week - 1} label={t('earlier')} isPossible={week > 0}>
            <ChevronLeft className="icon" aria-hidden="true" />
          </WeekLink>
          <WeekLink slug={slug} week={week + 1} label={t('later')} isPossible={week < lastWeek}>
            <ChevronRight className="icon" aria-hidden="true" />
          </WeekLink>
        </nav>
      </div>
      <SlotWeek slug={slug} slots={slots} from={from} />
    </div>
  )
}

type WeekLinkProps = { slug: string; week: number; label: string; isPossible: boolean; children: React.ReactNode }

function WeekLink({ slug, week, label, isPossible, children }: WeekLinkProps) {
  if (!isPossible)
    return (
      <span className="btn square" aria-disabled="true">
        {children}
        <span className="vh">{label}</span>
      </span>
    )
  return (
    <Link className="btn square" href={{ pathname: `/doctors/${slug}`, query: { week } }} aria-label={label}>
      {children}
    </Link>
  )
}
