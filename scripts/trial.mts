import { removeLocalPostgres, startLocalPostgres } from './local-postgres'

const t = Date.now()
const p = await startLocalPostgres('/tmp/carnet-up-trial/pg', 'carnet')
console.log(Date.now() - t, p.pid, p.url('carnet'))
if (process.argv[2] === 'stop') {
  await p.stop()
  console.log('stopped', Date.now() - t)
}
if (process.argv[2] === 'rm') {
  await removeLocalPostgres('/tmp/carnet-up-trial/pg')
  console.log('removed', Date.now() - t)
}
