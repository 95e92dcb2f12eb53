import path from 'node:path'

/** Which of the runs that go on at once this is; `scripts/e2e.ts` gives the numbers out. */
const number = Number(process.env.CARNET_E2E_RUN || 0)
const suffix = number ? `-${number}` : ''

/** Where the clinic under test is, and the one that a test starts for itself to kill it. */
export const clinicUnderTest = placed(`.carnet/e2e${suffix}`, 3417 + number)
export const clinicToKill = placed(`.carnet/e2e-crash${suffix}`, 3437 + number)

function placed(folder: string, port: number) {
  return { folder: path.resolve(folder), port, address: `http://localhost:${port}` }
}
