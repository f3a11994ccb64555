/** Who governs how changes go; the API decides. */
export const managers: readonly string[] = ["change-manager", "admin"];

/** Who works with changes. */
export const changeWorkers: readonly string[] = [
  "agent",
  "problem-manager",
  "change-manager",
  "major-incident-manager",
];
