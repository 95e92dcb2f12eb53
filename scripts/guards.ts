import { guard, type Tally, vitest } from './tally'

const rooms = [
  'app',
  'components',
  'lib',
  'inngest',
  'prisma',
  'scripts',
  'e2e',
  'bench',
  'docs',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
]

/** Everything that needs no database and no browser: types, lint, rooms, dead code, unit tests. */
export async function runGuards(): Promise<Tally[]> {
  // The compiler keeps one core busy for as long as the three others take together.
  const [types, others] = await Promise.all([
    // Without what an earlier build left behind: a page that is gone would be missed there.
    guard('types', 'tsc', '-p', 'tsconfig.check.json'),
    runShortGuards(),
  ])
  return [types, ...others, await vitest('unit')]
}

async function runShortGuards(): Promise<Tally[]> {
  return [
    await guard('lint', 'biome', 'ci', '--error-on-warnings', '.'),
    await guard('rooms', 'depcruise', '--config', '.dependency-cruiser.mjs', ...rooms),
    await guard('dead code', 'knip', '--no-config-hints'),
  ]
}
