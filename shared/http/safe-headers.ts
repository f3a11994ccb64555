/**
 * What every answer carries: it is kept by no cache on the way, read as nothing but what it says it is, and
 * runs or frames nothing should a browser show it as a page.
 */
export const safeHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
} as const;
