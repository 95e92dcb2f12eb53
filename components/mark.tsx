/** The mark: a ring left open, and the dot that closes it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path className="c" d="M17.9 6.5a8.1 8.1 0 1 0 0 11" />
      <circle className="d" cx="20.1" cy="12" r="2.5" />
    </svg>
  )
}
