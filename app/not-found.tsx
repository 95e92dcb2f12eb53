import { NotFoundNote } from '@/components/not-found-note'

export default function NotFound() {
  return (
    <main className="wrap">
      <NotFoundNote />
    </main>
  )
}
