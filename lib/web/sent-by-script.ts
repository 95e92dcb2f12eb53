import { headers } from 'next/headers'

/** Next says by this header which action its own script calls; a form that a browser sends by itself names it inside. */
export async function isSentByScript(): Promise<boolean> {
  return (await headers()).has('next-action')
}
