/** When the demo clinic of the pictures is filled: a Tuesday morning in Paris, on which everybody works. */
export const filledAt = '2026-11-24T07:30:00Z'

/** When all pictures are taken. Filling it has taken less, and nothing falls due in between. */
export const picturedAt = '2026-11-24T08:00:00Z'

/** The day on which Dre Vasseur has no free hour left: a Tuesday, too. */
export const fullDay = '2026-12-01'

/** When the clinic in which nothing is free is filled, a Monday morning; and when its pictures are taken, on Tuesday before lunch. */
export const fullFilledAt = '2026-11-23T06:30:00Z'
export const fullAt = '2026-11-24T10:42:00Z'
