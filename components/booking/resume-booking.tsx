'use client'

import { startTransition, useEffect } from 'react'
import { findOwnProof } from './own-proof'

type ResumeBookingProps = {
  requestId: string
  /** Leads on to the visit that was booked by this request and proof, if one was. */
  resume: (sent: { requestId: string; proof: string }) => Promise<void>
}

/** On the page of an hour that is taken: it may be taken by the very visit that was booked from there. */
export function ResumeBooking({ requestId, resume }: ResumeBookingProps) {
  useEffect(() => {
    const proof = findOwnProof()
    if (proof) startTransition(() => resume({ requestId, proof }))
  }, [requestId, resume])
  return null
}
