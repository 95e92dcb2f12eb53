/**
 * What marks a mail as written by no person (RFC 3834, 5), so that holiday notices and other machines do not answer it;
 * Exchange heeds its own word alone.
 */
export const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
