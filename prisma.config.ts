import { defineConfig } from 'prisma/config'

// The Prisma command line downloads its schema engine before any command, also before those that never run it. For these
// three any existing path satisfies the check, so they work offline. Never extend this to `migrate` or `db`: with a
// stand-in they report success and apply nothing. Migrations are applied by scripts/launch/postgres/migrate.ts.
const worksWithoutEngine = ['generate', 'validate', 'format'].includes(process.argv[2] ?? '')
if (worksWithoutEngine) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
