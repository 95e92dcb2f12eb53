/**
 * Which room may use which. Left may import right; everything else is an error, and so is a folder that is not listed.
 * Checked on resolved paths, so an alias or a relative path makes no difference.
 */
const domain = '^lib/domain/'
const database = '^lib/db/client\\.ts$'
/** The rooms of `lib` with these names. */
const lib = (...names) => `^lib/(${names.join('|')})/`
/** Single files of `lib`, and those alone. */
const file = (...names) => `^lib/(${names.join('|')})\\.ts$`

const rooms = {
  '^app/(?!api/|actions/)': [
    '^app/',
    '^components/',
    lib('commands', 'queries', 'views', 'web', 'settings'),
    domain,
    database,
    file('result', 'refusals', 'ids', 'iso-now'),
    '^prisma/demo/cast\\.ts$',
    '^messages/',
  ],
  // Mails: an action sends what no saga sends, the code a patient signs in with.
  '^app/actions/': [
    '^app/(actions/|landing-of\\.ts$)',
    lib('commands', 'queries', 'views', 'adapters', 'mails', 'web', 'settings', 'telemetry'),
    domain,
    database,
    file('result', 'ids', 'iso-now'),
    '^inngest/relay-now\\.ts$',
  ],
  '^app/api/': [
    '^app/api/',
    lib('commands', 'queries', 'adapters', 'ics', 'mails', 'measures', 'web', 'settings', 'telemetry'),
    domain,
    database,
    file('result', 'iso-now'),
    '^inngest/(?!engine)',
  ],
  // Areas of pages use what all pages use, and never each other.
  '^components/(?!visit/|form/|frame/|find/|live/|ui/)([^/]+)/': [
    '^components/($1|visit|form|frame|find|live|ui)/',
    file('iso-now'),
    ...shown(),
  ],
  '^components/visit/': ['^components/(visit|form|frame|live|ui)/', ...shown()],
  '^components/find/': ['^components/(find|ui)/', file('iso-now'), ...shown()],
  '^components/frame/': ['^components/(frame|find|form|ui)/', ...shown()],
  '^components/live/': ['^components/(live|ui)/', file('iso-now'), ...shown()],
  '^components/form/': ['^components/(form|ui)/', ...shown()],
  '^components/ui/': ['^components/ui/', ...shown()],
  '^inngest/[^/]+\\.ts$': [
    '^inngest/[^/]+\\.ts$',
    lib('commands', 'queries', 'outbox', 'adapters', 'mails', 'settings', 'telemetry'),
    domain,
    database,
    '^lib/web/visit-link\\.ts$',
    file('ending', 'result', 'failpoint', 'iso-now'),
  ],
  '^inngest/(sagas|functions)/': [
    '^inngest/([^/]+\\.ts$|sagas/|functions/)',
    lib('commands', 'queries', 'outbox', 'adapters', 'mails', 'settings', 'telemetry'),
    domain,
    database,
    file('ending', 'failpoint', 'result', 'iso-now'),
  ],
  '^inngest/engine/': ['^inngest/engine/'],
  // A visit lies in a schedule, a saga is of a visit: no arrow back.
  '^lib/domain/(people|messages)/': ['^lib/domain/$1/', '^lib/domain/[^/]+\\.ts$', file('result', 'refusals')],
  '^lib/domain/find/': ['^lib/domain/(find|people)/', '^lib/domain/[^/]+\\.ts$', file('result', 'refusals')],
  '^lib/domain/schedule/': ['^lib/domain/(schedule|people)/', '^lib/domain/[^/]+\\.ts$', file('result', 'refusals')],
  '^lib/domain/appointment/': [
    '^lib/domain/(appointment|schedule|people|messages)/',
    '^lib/domain/[^/]+\\.ts$',
    file('result', 'refusals'),
  ],
  '^lib/domain/saga/': [domain, file('result', 'refusals')],
  '^lib/domain/[^/]+\\.ts$': ['^lib/domain/[^/]+\\.ts$'],
  '^lib/event-store/': [lib('event-store', 'projections', 'db', 'telemetry'), domain, file('ids', 'result')],
  '^lib/projections/': [lib('projections'), domain],
  '^lib/outbox/': [lib('outbox', 'event-store', 'db', 'telemetry'), domain],
  '^lib/commands/': [lib('commands', 'event-store', 'queries', 'adapters', 'db'), domain, file('ids', 'result')],
  // A note's id follows from its request's, so whoever reads notes must know how ids follow. What is checked of a stream
  // follows from its kind.
  '^lib/queries/': [lib('queries', 'views', 'db'), domain, file('ids', 'result', 'event-store/stream-kinds')],
  '^lib/measures/': [lib('measures', 'queries', 'db', 'telemetry'), domain],
  '^lib/adapters/': [lib('adapters', 'ics', 'db', 'settings', 'telemetry'), domain, file('result')],
  '^lib/ics/': [lib('ics'), domain, '^messages/'],
  '^lib/mails/': [lib('mails', 'ics', 'views'), domain, '^messages/'],
  '^lib/views/': [lib('views'), domain, file('result')],
  '^lib/web/': [
    lib('web', 'queries', 'views', 'db', 'settings', 'telemetry'),
    domain,
    file('result', 'refusals', 'ids', 'ending', 'iso-now'),
    '^messages/',
  ],
  '^lib/telemetry/': [lib('telemetry', 'settings'), domain, file('ending', 'once-per-process', 'result', 'iso-now')],
  '^lib/db/': [lib('db', 'settings'), '^lib/domain/(people/fold\\.ts$|patient/)', file('once-per-process')],
  '^lib/settings/': [lib('settings'), '^lib/domain/time\\.ts$'],
  // The refusals are named by the keys of their sentences: a type, which nothing of is there at run time.
  '^lib/[^/]+\\.ts$': ['^lib/[^/]+\\.ts$', lib('settings'), '^messages/'],
  '^proxy\\.ts$': [
    '^lib/web/(untaken/untaken|known-actions|return-address|set-up/is-open)\\.ts$',
    '^lib/settings/env\\.ts$',
  ],
  '^instrumentation\\.ts$': ['^inngest/watchdog\\.ts$', file('ending'), '^lib/telemetry/start-tracing\\.ts$'],
  // Not part of the app: they may use anything, and nothing uses them.
  '^(scripts|tests|e2e|bench|docs)/|^prisma/|\\.test\\.tsx?$|^[^/]+\\.config\\.(ts|mjs)$|^\\.dependency-cruiser\\.mjs$':
    ['.*'],
}

/** What any component may show: pure words and shapes, and the answer of a form. */
function shown() {
  return [lib('views'), domain, '^lib/web/form-answer\\.ts$', '^lib/ics/(ics-name|property-of)\\.ts$', file('refusals')]
}

const parts = [
  ...[
    'adapters',
    'commands',
    'db',
    'domain',
    'event-store',
    'ics',
    'mails',
    'measures',
    'outbox',
    'projections',
    'queries',
  ],
  ...['settings', 'telemetry', 'views', 'web'],
]
const folders = `^(app|components/[^/]+|inngest/(sagas|functions|engine)|lib/(${parts.join('|')})|scripts|tests|e2e|bench|docs|prisma)/`
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
      to: { pathNot: [domain, file('result', 'refusals'), 'node_modules/temporal-polyfill'] },
    },
    {
      name: 'next-stays-at-the-edge',
      severity: 'error',
      from: { path: '^(lib|inngest)/', pathNot: '^lib/(web/|views/.+-path\\.ts$)' },
      to: { path: 'node_modules/next(-intl)?/' },
    },
    {
      name: 'vendors-stay-in-adapters',
      severity: 'error',
      from: { pathNot: '^lib/adapters/|\\.test\\.ts$|^(e2e|scripts|tests|docs)/' },
      to: { path: 'node_modules/(resend|nodemailer|tsdav|kafkajs|libphonenumber-js|sharp)/' },
    },
    {
      name: 'nothing-uses-scripts-and-tests',
      severity: 'error',
      from: { pathNot: '^(scripts|tests|e2e|bench|docs|prisma)/|\\.test\\.tsx?$|^[^/]+\\.config\\.(ts|mjs)$' },
      to: { path: '^(scripts|tests|e2e|bench|docs)/|\\.test\\.tsx?$' },
    },
    {
      name: 'nobody-uses-the-engine-but-scripts',
      severity: 'error',
      from: { pathNot: '^(inngest/engine|scripts|tests|bench)/' },
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
