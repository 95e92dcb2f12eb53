/** Everything that is carried for somebody: what a saga is about, and a run, which is about itself. A new kind begins here. */
export const subjectKinds = ['appointment', 'run'] as const

export type SubjectKind = (typeof subjectKinds)[number]

/** What a saga is about: sagas of one subject are served one at a time, in the order of their turns. */
export type Subject = { kind: SubjectKind; id: string }

/** Returns an appointment as what a saga is about. */
export function ofAppointment(id: string): Subject {
  return { kind: 'appointment', id }
}

/** Returns a run as what is carried. */
export function ofRun(id: string): Subject {
  return { kind: 'run', id }
}

/** Returns the two columns by which rows name what they are about. */
export function subjectColumns({ kind, id }: Subject) {
  return { subjectKind: kind, subjectId: id }
}
