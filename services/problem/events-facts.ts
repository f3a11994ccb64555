/** What agreements may name of a problem: `where` they apply, by what it is now; what `moves` their clocks. */
export const problemFacts = {
  where: ["priority", "impact", "urgency", "category", "subcategory", "serviceId", "teamId"],
  moves: ["state", "teamId", "assigned", "hasWorkaround", "hasRootCause"],
} as const;
