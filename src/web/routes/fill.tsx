/** Addresses of filling a return: /fill/$year and /fill/$year/$ledger. */

export const fillRoutes = [] as const;
