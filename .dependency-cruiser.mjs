/**
 * Which room may use which. Left may import right; everything else is an error, and so is a folder that is not listed.
 * Checked on resolved paths, so an alias or a relative path makes no difference.
 */
const domain = '^lib/domain/'
const rooms = {
  '^app/(?!api/|actions/)': [
    '^app/',
    '^components/',
    '^lib/(commands|queries)/',
    domain,
    '^lib/db/client\\.ts$',
    '^lib/(result|session|patient-session|form-action|i18n|live|ids|env|visit-link|change-stream)\\.ts$',
    '^prisma/cast\\.ts$',
    '^messages/',
  ],
  '^app/actions/': [
    '^app/actions/',
    '^components/book-path\\.ts$',
    '^inngest/relay-now\\.ts$',
    '^lib/(commands|queries|adapters)/',
    domain,
    '^lib/db/client\\.ts$',
    '^lib/(result|session|patient-session|form-action|form-answer|i18n|ids|env|log|visit-link)\\.ts$',
    // An action sends what no saga sends: the code a patient signs in with.
    '^lib/mails/',
  ],
  '^app/api/': [
    '^app/api/',
    '^inngest/(?!engine)',
    '^lib/(commands|queries|adapters|mails|measures)/',
    domain,
    '^lib/db/client\\.ts$',
    '^lib/(result|session|log|env|visit-link|change-stream)\\.ts$',
  ],
  '^components/': ['^components/', domain, '^lib/form-answer\\.ts$'],
  '^inngest/[^/]+\\.ts$': [
    '^inngest/[^/]+\\.ts$',
    '^lib/(commands|queries|outbox|adapters|mails)/',
    domain,
    '^lib/db/client\\.ts$',
    '^lib/(log|env|ending|result|tracing|visit-link|failpoint)\\.ts$',
  ],
  '^inngest/(sagas|functions)/': [
    '^inngest/([^/]+\\.ts$|sagas/|functions/)',
    '^lib/(commands|queries|outbox|adapters|mails)/',
    domain,
    '^lib/db/client\\.ts$',
    '^lib/(log|env|result)\\.ts$',
  ],
  '^inngest/engine/': ['^inngest/engine/'],
  '^lib/domain/': [domain, '^lib/result\\.ts$'],
  '^lib/event-store/': ['^lib/(event-store|projections|db)/', domain, '^lib/(ids|result|tracing)\\.ts$'],
  '^lib/projections/': ['^lib/projections/', domain],
  '^lib/outbox/': ['^lib/(outbox|event-store|db)/', domain, '^lib/(log|tracing)\\.ts$'],
  '^lib/commands/': ['^lib/(commands|event-store|queries|adapters|db)/', domain, '^lib/(ids|result)\\.ts$'],
  // A note's id follows from its request's, so whoever reads notes must know how ids follow.
  '^lib/queries/': ['^lib/(queries|db)/', domain, '^lib/(ids|result)\\.ts$'],
  '^lib/measures/': ['^lib/(measures|queries|db)/', domain, '^lib/process-metrics\\.ts$'],
  '^lib/adapters/': [
    '^lib/(adapters|db)/',
    domain,
    '^lib/(env|kafka-settings|log|result|process-metrics|tracing)\\.ts$',
  ],
  '^lib/mails/': ['^lib/mails/', domain, '^messages/'],
  '^lib/db/': ['^lib/db/', '^lib/env\\.ts$'],
  '^lib/[^/]+\\.ts$': ['^lib/(db|queries)/', domain, '^lib/[^/]+\\.ts$', '^messages/'],
  '^proxy\\.ts$': [],
  '^instrumentation\\.ts$': ['^inngest/watchdog\\.ts$', '^lib/(ending|start-tracing)\\.ts$'],
  // Not part of the app: they may use anything, and nothing uses them.
  '^(scripts|e2e|bench|docs)/|^prisma/|\\.test\\.tsx?$|^[^/]+\\.config\\.(ts|mjs)$|^\\.dependency-cruiser\\.mjs$': [
    '.*',
  ],
}

const parts = 'domain|event-store|projections|outbox|commands|queries|adapters|mails|measures|db'
const folders = `^(app|components|inngest/(sagas|functions|engine)|lib/(${parts})|scripts|e2e|bench|docs|prisma)/`
const anywhere = `${folders}|^((lib|inngest)/)?[^/]+$`
const outside = {
  dependencyTypesNot: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core', 'undetermined', 'unknown'],
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every-room-is-listed', severity: 'error', from: { pathNot: anywhere }, to: {} },
    // The engines that the bench measures beside ours are installed when it runs.
    { name: 'no-unknown-module', severity: 'error', from: { pathNot: '^bench/peers/' }, to: { couldNotResolve: true } },
    ...Object.entries(rooms).map(([from, to]) => ({
      name: `rooms: ${from}`,
      severity: 'error',
      from: { path: from, ...(from.startsWith('^(scripts') ? {} : { pathNot: '\\.test\\.tsx?$' }) },
      to: { pathNot: to.length > 0 ? [...to, '^node_modules/', '\\.css$'] : ['^node_modules/'], ...outside },
    })),
    {
      name: 'domain-is-pure',
      comment: 'No package but temporal-polyfill, nothing of Node: the domain knows no clock, no chance, no world.',
      severity: 'error',
      from: { path: domain, pathNot: '\\.test\\.ts$' },
      to: { pathNot: [domain, '^lib/result\\.ts$', 'node_modules/temporal-polyfill'] },
    },
    {
      name: 'next-stays-at-the-edge',
      severity: 'error',
      from: { path: '^(lib|inngest)/', pathNot: '^lib/(session|patient-session|form-action|i18n)\\.ts$' },
      to: { path: 'node_modules/next(-intl)?/' },
    },
    {
      name: 'vendors-stay-in-adapters',
      severity: 'error',
      from: { pathNot: '^lib/adapters/|\\.test\\.ts$|^e2e/|^scripts/|^docs/' },
      to: { path: 'node_modules/(resend|nodemailer|tsdav|kafkajs)/' },
    },
    {
      name: 'nothing-uses-scripts-and-tests',
      severity: 'error',
      from: { pathNot: '^(scripts|e2e|bench|docs|prisma)/|\\.test\\.tsx?$|^[^/]+\\.config\\.(ts|mjs)$' },
      to: { path: '^(scripts|e2e|bench|docs)/|\\.test\\.tsx?$' },
    },
    {
      name: 'nobody-uses-the-engine-but-scripts',
      severity: 'error',
      from: { pathNot: '^(inngest/engine|scripts|bench)/' },
      to: { path: '^inngest/engine/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^lib/db/generated' },
    exclude: { path: '^lib/db/generated/|^\\.next/|^next-env' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
