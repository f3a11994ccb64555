import type { Schemas } from "../../../../../docs/generated/api.ts";

export type Policy = Schemas["ChangeModel"]["approval"];
export type Step = Policy["steps"][number];

/** A step as it is before anybody wrote on it. */
export const newStep = (): Step => ({
  name: "",
  approvers: [{ kind: "role", id: "change-manager" }],
  rule: { kind: "any" },
  oneRejectionEnds: false,
});
