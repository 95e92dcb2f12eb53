export { default } from '../calendar/layout'
