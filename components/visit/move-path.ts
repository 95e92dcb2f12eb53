import type { Route } from 'next'

/** Returns where one hour is looked at before a visit moves there; `path` is the visit's own page. */
export function movePath(path: string, { startsAt }: { startsAt: string }): Route {
  return `${path}/move/${startsAt}` as Route
}
