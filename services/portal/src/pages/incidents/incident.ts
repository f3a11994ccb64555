import type { Schemas } from "../../../../../docs/generated/api.ts";

/** An incident as the API answers it. */
export type Incident = Schemas["Incident"];
