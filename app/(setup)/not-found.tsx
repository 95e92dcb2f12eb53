import { NotFoundNote } from '@/components/frame/not-found-note'

/** The frame around it is the page's main part already. */
export default function NotFound() {
  return <NotFoundNote />
}
