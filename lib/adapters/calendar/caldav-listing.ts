import { z } from 'zod'

/** A calendar of the account; `url` is its address, `name` what its server calls it. */
export type FoundCalendar = { url: string; name: string; isWritable: boolean }

/** What the server is asked of each collection (RFC 4791, RFC 3744). */
export const wantedProps = {
  'd:displayname': {},
  'd:resourcetype': {},
  'c:supported-calendar-component-set': {},
  'd:current-user-privilege-set': {},
}

const names = z.record(z.string(), z.unknown())
const many = <Item extends z.ZodType>(item: Item) => z.union([z.array(item), item.transform((single) => [single])])
const component = z
  .object({ _attributes: z.object({ name: z.string() }) })
  .transform(({ _attributes }) => _attributes.name)

/** A collection as tsdav reads XML: an element is an object of its children, several of a name are an array. */
const collectionSchema = z.object({
  href: z.string(),
  props: z.object({
    displayname: z
      .union([z.string(), z.number().transform(String)])
      .optional()
      .catch(undefined),
    resourcetype: names,
    supportedCalendarComponentSet: z
      .object({ comp: many(component) })
      .optional()
      .catch(undefined),
    currentUserPrivilegeSet: z
      .object({ privilege: many(names) })
      .optional()
      .catch(undefined),
  }),
})

/** By any of these an object can be put into a collection. */
const writing = ['all', 'write', 'writeContent', 'bind']

/**
 * The calendars among collections that hold events. Where the server does not say what a calendar holds, it holds
 * everything; where it does not say what one may do, trying shows.
 */
export function readCalendars(collections: readonly unknown[], home: string): FoundCalendar[] {
  return collections.flatMap((collection) => {
    const { data } = collectionSchema.safeParse(collection)
    if (!data || !('calendar' in data.props.resourcetype)) return []
    const { displayname, supportedCalendarComponentSet: holds, currentUserPrivilegeSet: may } = data.props
    if (holds && !holds.comp.includes('VEVENT')) return []
    if (!URL.canParse(data.href, home)) return []
    const { href: url, origin } = new URL(data.href, home)
    if (origin !== new URL(home).origin) return []
    const isWritable = !may || may.privilege.some((privilege) => writing.some((name) => name in privilege))
    return [{ url, name: displayname?.trim() || lastPart(url), isWritable }]
  })
}

/** As people read it, or, where its escapes mean nothing, as it stands. */
function lastPart(url: string): string {
  const part = new URL(url).pathname.replace(/\/+$/, '').split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
