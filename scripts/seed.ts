import { db } from '@/lib/db/client'
import { seed } from '@/prisma/seed'

// The process that fills the demo clinic. `npm start` runs it with the environment of the app.
await seed(db(), { now: new Date().toISOString() })
await db().$disconnect()
