/** When a change is planned to be at something, as far as that tells whether it is worth reading (ISO 8601). */
export type Stay = { readonly f: string; readonly t: string };

/** The other CI of a relation (`o`), and whether it is so now (`a`). */
export type Relation = { readonly o: string; readonly a: boolean };

/** How one change ended: its outcome, hours from being asked for to being done, incidents that it caused. */
export type End = {
  readonly o: "successful" | "successful_with_issues" | "backed_out" | "failed";
  readonly h: number;
  readonly i?: number | undefined;
};
