'use client'

import { type ComponentProps, useEffect, useState } from 'react'
import { useFormStatus } from 'react-dom'

type HourButtonProps = Omit<ComponentProps<'button'>, 'type' | 'onClick'> & { name: string; value: string }

/** An hour that is asked for at a press: once pressed it shows that it works, and the others wait. */
export function HourButton(props: HourButtonProps) {
  const { pending } = useFormStatus()
  // What the form sends does not tell: React leaves a button out that has an address of its own.
  const [wasPressed, setPressed] = useState(false)
  const isPressed = pending && wasPressed
  useEffect(() => {
    if (!pending) setPressed(false)
  }, [pending])
  return (
    <button
      type="submit"
      data-pressed={isPressed || undefined}
      aria-disabled={(pending && !isPressed) || undefined}
      onClick={(event) => (pending ? event.preventDefault() : setPressed(true))}
      {...props}
    />
  )
}
