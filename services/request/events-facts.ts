/** What agreements may name of a request's item: `where` they apply, by what it is now; what `moves` their clocks. */
export const requestFacts = {
  where: ["catalogItemId", "categoryId", "serviceId", "teamId"],
  moves: ["state", "teamId", "begun"],
} as const;
