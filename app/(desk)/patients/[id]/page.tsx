import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { editPatientAction } from '@/app/actions/desk/patients/edit-patient'
import { keepPatientsApartAction } from '@/app/actions/desk/patients/keep-patients-apart'
import { mergePatientsAction } from '@/app/actions/desk/patients/merge-patients'
import { undoMergeAction } from '@/app/actions/desk/patients/undo-merge'
import { requirePage } from '@/app/require-page'
import { BackLink } from '@/components/frame/back-link'
import { BookLink } from '@/components/frame/book-link'
import { CardFacts } from '@/components/patients/card/card-facts'
import { CardVisits } from '@/components/patients/card/card-visits'
import { EditForm } from '@/components/patients/card/edit-form'
import { MergedRecords } from '@/components/patients/card/merged-records'
import { SamePerson } from '@/components/patients/card/same-person'
import { Birth } from '@/components/ui/birth'
import { db } from '@/lib/db/client'
import { isId, newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { type CardVisit, findRootOf, getPatientCard, isPatientOf } from '@/lib/queries/people/patient-cards'
import { listSamePeople } from '@/lib/queries/people/same-people'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('patients'))('card') }
}

/**
 * Somebody's card: who they are, what wants a decision, what is to come and what was, with every doctor. A doctor opens those
 * of their own patients. A record that was merged leads to the one that the person is known as.
 */
export default async function PatientPage({ params }: { params: Promise<{ id: string }> }) {
  const { doctor } = await requirePage('/patients')
  const { id } = await params
  const rootId = isId(id) ? await findRootOf(db(), id) : undefined
  if (!rootId || (doctor && !(await isPatientOf(db(), rootId, doctor.id)))) notFound()
  if (rootId !== id) redirect(`/patients/${rootId}` as Route)
  const now = isoNow()
  const [t, { file, aliases, coming, past }] = await Promise.all([
    getTranslations('patients'),
    getPatientCard(db(), rootId, now),
  ])
  const same = doctor ? [] : await listSamePeople(db(), file)
  const shown = (visit: CardVisit) => ({ ...visit, path: pathOf(visit, doctor?.id) })
  const attended = past.filter(({ standing }) => standing === 'completed' || standing === 'missed')
  const missed = attended.filter(({ standing }) => standing === 'missed').length
  return (
    <main id="main" className="page">
      <BackLink href="/patients">{t('title')}</BackLink>
      <div className="page-head after-link">
        <div>
          <h1>{file.name}</h1>
          <p className="soft">{file.birthDate ? <Birth date={file.birthDate} on={now} /> : t('no_birth')}</p>
        </div>
        <div className="row push">
          <BookLink href={`/day/book?patient=${rootId}` as Route} />
        </div>
      </div>
      <div className="with-aside">
        <div className="main stack gap-4">
          {same.map(({ file: other, agrees }) => (
            <SamePerson
              key={other.id}
              own={file}
              other={other}
              agrees={agrees}
              requestId={newId()}
              merge={mergePatientsAction}
              keepApart={keepPatientsApartAction}
            />
          ))}
          <CardVisits name={t('coming')} visits={coming.map(shown)} none={t('no_coming')} />
          <CardVisits name={t('past')} visits={past.map(shown)} none={t('no_past')} />
          {!doctor && (
            <MergedRecords
              rootId={rootId}
              records={aliases.map((record) => ({ ...record, requestId: newId() }))}
              undo={undoMergeAction}
            />
          )}
        </div>
        <CardFacts file={file} missed={{ missed, all: attended.length }}>
          {!doctor && <EditForm action={editPatientAction} file={file} />}
        </CardFacts>
      </div>
    </main>
  )
}

/** A doctor opens visits of their own; of another's they know when and with whom. */
function pathOf({ id, doctor }: CardVisit, doctorId: string | undefined): Route | null {
  if (!doctorId) return `/day/visits/${id}` as Route
  return doctor.id === doctorId ? (`/calendar/visits/${id}` as Route) : null
}
