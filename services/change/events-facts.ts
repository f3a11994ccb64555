/** What agreements may name of a change: `where` they apply, by what it is now; what `moves` their clocks. */
export const changeFacts = {
  where: ["type", "priority", "impact", "risk", "category", "serviceId", "teamId", "modelId", "templateId"],
  moves: ["state", "teamId", "assigned", "hasOverrun"],
} as const;
