/** Whether the process answers at all. */
export function GET() {
  return Response.json({ status: 'live' })
}
