/** What agreements may name of an incident: `where` they apply, by what it is now; what `moves` their clocks. */
export const incidentFacts = {
  where: [
    "priority",
    "impact",
    "urgency",
    "channel",
    "category",
    "subcategory",
    "location",
    "vendor",
    "serviceId",
    "teamId",
    "callerId",
    "restricted",
  ],
  moves: ["state", "holdReason", "teamId", "assigned"],
} as const;
