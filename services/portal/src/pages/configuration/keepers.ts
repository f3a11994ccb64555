/** Who keeps what is known of configuration items; the API decides. */
export const keepers: readonly string[] = ["configuration-manager"];
