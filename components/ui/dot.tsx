/** Between two things on a line: it ends the line and begins none. */
export function Dot() {
  return '\u00a0· '
}
