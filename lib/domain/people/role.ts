/** What somebody is to the clinic. Patients have no account; the role is kept for what they do themselves. */
export type Role = 'patient' | 'doctor' | 'staff' | 'admin'

/** How much of it a role reaches: a doctor's own visits, hours and calendar, or everybody's. */
export type Relation = 'own' | 'any'

/** Roles, each with how much it reaches; one that is not named reaches nothing. */
export type Roles = { readonly [Name in Role]?: Relation }
