import { createServer } from 'node:http'
import { serve } from 'inngest/node'
import { inngest } from '@/inngest/client'
import { functions } from '@/inngest/functions/functions'
import { startWatchdog } from '@/inngest/watchdog'

// The app without its pages: the same functions and the same watchdog in a small process that tests may kill.
const port = Number(process.env.PORT)
createServer(serve({ client: inngest, functions, servePath: '/api/inngest' })).listen(port, '127.0.0.1')
startWatchdog()
