import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { seed } from '@/prisma/demo/seed'

// The process that fills the demo clinic. `npm start` runs it with the environment of the app.
await seed(db(), { now: isoNow() })
await db().$disconnect()
