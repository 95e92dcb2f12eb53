import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { keepChunks } from './keep-chunks'
import type { Supervisor } from './supervisor'

/** Everything that a build is made of. */
const sources = [
  'app',
  'components',
  'inngest',
  'lib',
  'messages',
  'public',
  'prisma/demo/cast.ts',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
/** Not part of what is built: generated from another source, a process of its own, or tests. */
const isOther = /^(lib\/db\/generated|inngest\/engine)(\/|$)|\.test\.tsx?$/
const mark = '.next/carnet-build'

/** What the command line of Next is called with. */
export const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')

/** Builds the app unless the build that is there was made of the same sources. Its output goes to `log`. */
export async function buildApp(
  supervisor: Pick<Supervisor, 'phase' | 'run'>,
  env: NodeJS.ProcessEnv,
  log: string,
): Promise<void> {
  await supervisor.phase('Build', async (remark) => {
    const wanted = digest(sources)
    if (existsSync('.next/BUILD_ID') && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
      return remark('unchanged')
    }
    rmSync(mark, { force: true })
    const putBack = keepChunks()
    await supervisor.run({ name: 'The build', args: [next, 'build'], env, log }, 30)
    putBack()
    writeFileSync(mark, wanted)
  })
}

/** One hash over the names and contents of files and of all files in folders. What does not exist adds nothing. */
function digest(places: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn(place: string): string[] {
  if (!existsSync(place) || isOther.test(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .toSorted()
    .flatMap((name) => filesIn(`${place}/${name}`))
}
