/** Roles that see all assets and what happened to them; anybody else sees their own. */
export const assetWorkers = [
  "agent",
  "problem-manager",
  "change-manager",
  "configuration-manager",
  "asset-manager",
  "admin",
];
