import { mayCall } from '@/app/api/may-call'
/** Whether the process answers at all. */
export async function GET() {
  await mayCall('/api/health/live')
  return Response.json({ status: 'live' })
}
