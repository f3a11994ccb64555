/** Who says what there can be in the CMDB; the API decides. */
export const modellers: readonly string[] = ["configuration-manager", "admin"];
