type Toast = typeof import('sonner').toast

let open: (toast: Toast) => void = () => {}
const ready = new Promise<Toast>((resolve) => {
  open = resolve
})

/** The toaster is on the page. */
export function toasterIsReady(toast: Toast): void {
  open(toast)
}

/** Says something by a toast, as soon as there is a toaster. */
export function withToast(say: (toast: Toast) => void): void {
  void ready.then(say)
}
