import path from 'node:path'

/** Which of the runs that go on at once this is; `scripts/e2e.ts` gives the numbers out. */
const run = Number(process.env.CARNET_E2E_RUN || 0)

/** Each worker has a clinic of its own: a switch that makes services fail makes them fail for its tests alone. */
export const workers = 3
const worker = Number(process.env.TEST_PARALLEL_INDEX || 0)

/** The ports a run may use, from the first on. */
export const portsOfRun = workers * 2
export const firstPort = (number: number) => 3400 + number * portsOfRun

/** Where the logs of setting up are, and what the run's databases are called. */
export const setUpFolder = path.resolve(`.carnet/e2e-set-up-${run}`)
export const databaseOf = (name: string | number) => `e2e_${run}_${name}`

/** Where the clinic under test is, and the one that a test starts for itself to kill it. */
export const clinicUnderTest = clinicOf(worker)
export const clinicToKill = placed('e2e-crash', worker, workers + worker)

/** The clinic under a worker's test. */
export function clinicOf(index: number) {
  return { ...placed('e2e', index, index), database: databaseOf(index) }
}

function placed(name: string, index: number, port: number) {
  const suffix = [run, index].filter((number, place) => place > 0 || number > 0).join('-')
  const at = firstPort(run) + port
  return { folder: path.resolve(`.carnet/${name}-${suffix}`), port: at, address: `http://localhost:${at}` }
}
