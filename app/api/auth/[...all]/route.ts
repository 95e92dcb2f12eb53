import { auth } from '@/lib/session'

const handle = (request: Request) => auth().handler(request)

export { handle as GET, handle as POST }
