import { mayCall } from '@/app/api/may-call'
import { db } from '@/lib/db/client'
import { findPhoto } from '@/lib/queries/people/doctor-profiles'

const headers = {
  'Content-Type': 'image/jpeg',
  'X-Content-Type-Options': 'nosniff',
  'Content-Disposition': 'inline; filename="photo.jpg"',
  // Opened by itself it is a picture and nothing else.
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'public, max-age=31536000, immutable',
}

/** A doctor's photo, under the hash of its bytes: whoever has it never asks again. */
export async function GET(_: Request, { params }: { params: Promise<{ hash: string }> }) {
  await mayCall('/api/photos/[hash]')
  const { hash } = await params
  const bytes = /^[0-9a-f]{64}$/.test(hash) ? await findPhoto(db(), hash) : undefined
  return bytes ? new Response(bytes, { headers }) : new Response(null, { status: 404 })
}
