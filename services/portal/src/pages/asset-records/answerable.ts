/** Who says what assets are of and where they are; the API decides. */
export const keepers: readonly string[] = ["asset-manager", "admin"];

/** Who answers for money and for what was agreed with vendors. */
export const managers: readonly string[] = ["asset-manager"];
