/** Addresses of reading: /report, /indicators, /audit. */

export const readingRoutes = [] as const;
