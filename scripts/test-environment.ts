// What a process of Carnet finds in its environment, for tests that run in the runner's own process.
Object.assign(process.env, {
  CARNET_SECRET: 'a secret for the tests, long enough to be one',
  CARNET_URL: 'http://localhost:3000',
  CARNET_DEMO: 'on',
  LOG_LEVEL: 'silent',
  DATABASE_URL: 'postgresql://set-by-each-test:x@127.0.0.1:1/none',
})
