import { notFound } from 'next/navigation'
import { mayCall } from '@/app/api/may-call'
import { readBytes } from '@/app/api/read-body'
import { setPhoto } from '@/lib/commands/people/set-photo'
import { db } from '@/lib/db/client'
import { sentPhotoBytesMax } from '@/lib/domain/people/photo'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { faultOf, log } from '@/lib/telemetry/log'

/** Beside the picture a form sends its fields' names. */
const formBytesMax = sentPhotoBytesMax + 10_000

/** Whoever sends a photo that is too large is heard out, so that their browser shows why it was not taken. */
const heardOutBytes = 10 * sentPhotoBytesMax

/**
 * An admin sends a doctor's photo. A route and not a server action: a photo weighs ten times what anybody else may send,
 * and nobody but an admin may send that much. Leads back to the page with a word on what became of it.
 */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  await mayCall('/api/doctors/[slug]/photo')
  // Cookies do not travel from other sites, and a browser says where a request comes from.
  if ((request.headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
    return new Response(null, { status: 403 })
  const doctor = (await findDoctorBySlug(db(), (await params).slug)) ?? notFound()
  const became = await take(request, doctor.id)
  const location = `/clinic/people/${doctor.slug}/profile?photo=${became}#photo`
  return new Response(null, { status: 303, headers: { Location: location } })
}

async function take(request: Request, doctorId: string): Promise<string> {
  try {
    const body = await readBytes(request, formBytesMax, heardOutBytes)
    if (!body) return 'photo_too_large'
    const photo = await photoIn(body, request.headers.get('content-type') ?? '')
    if (!photo || photo.length === 0) return 'photo_missing'
    if (photo.length > sentPhotoBytesMax) return 'photo_too_large'
    const result = await setPhoto(db(), doctorId, photo)
    return result.ok ? 'saved' : result.refused
  } catch (error) {
    log().error({ fault: faultOf(error) }, 'a photo could not be taken')
    return 'not_sent'
  }
}

async function photoIn(body: Buffer<ArrayBuffer>, type: string): Promise<Uint8Array | undefined> {
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => undefined)
  const photo = form?.get('photo')
  return photo instanceof Blob ? new Uint8Array(await photo.arrayBuffer()) : undefined
}
