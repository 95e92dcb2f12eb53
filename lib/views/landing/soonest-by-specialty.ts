/** A specialty and when its next free hour is (ISO instant); undefined when none is near. */
export type SoonestOf = { specialty: string; at: string | undefined }

/** Returns each specialty once, with the soonest of its doctors' next hours. */
export function soonestBySpecialty(each: readonly SoonestOf[]): SoonestOf[] {
  return [...new Set(each.map(({ specialty }) => specialty))].map((specialty) => {
    const instants = each.flatMap((one) => (one.specialty === specialty && one.at ? [one.at] : []))
    return { specialty, at: instants.toSorted()[0] }
  })
}
