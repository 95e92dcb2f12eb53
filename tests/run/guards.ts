import { guard, type Tally, vitest } from './tally'

const rooms = [
  'app',
  'components',
  'lib',
  'inngest',
  'prisma',
  'scripts',
  'tests',
  'e2e',
  'bench',
  'docs',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
]

/** The compiler that is fast; the other of the same name is the one that tools read our files with. */
const nativeCompiler = 'node_modules/typescript-native/bin/tsc'

/** Everything that needs no database and no browser: types, lint, rooms, dead code, unit tests. */
export async function runGuards(): Promise<Tally[]> {
  // The unit tests wait half of their time.
  const [others, unit] = await Promise.all([runShortGuards(), vitest('unit')])
  return [...others, unit]
}

async function runShortGuards(): Promise<Tally[]> {
  return [
    // Without what an earlier build left behind: a page that is gone would be missed there.
    await guard('types', process.execPath, nativeCompiler, '-p', 'tsconfig.check.json'),
    await guard('lint', 'biome', 'ci', '--error-on-warnings', '.'),
    await guard('rooms', 'depcruise', '--config', '.dependency-cruiser.mjs', ...rooms),
    await guard('dead code', 'knip', '--no-config-hints'),
  ]
}
