/** Addresses of signing and reviewing: /confirm, /sign, /review, /corrections, /history. */

export const reviewRoutes = [] as const;
