/** A number that can be pressed. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="whitespace-nowrap" href={`tel:${phone.replaceAll(' ', '')}`}>
      {phone}
    </a>
  )
}
