/** Returns what texts about the clinic are filled in with. A number stays on its line. */
export function clinicValues({ name, address, phone }: { name: string; address: string; phone: string }) {
  return { clinic: name, address, phone: phone.replaceAll(' ', '\u00a0') }
}
