import type { Schemas } from "../../../../../docs/generated/api.ts";

/** A file of a record as the API shows it. */
export type AttachedFile = NonNullable<Schemas["Incident"]["attachments"]>[number];

/** Where a file can be fetched, and a picture looked at, for a minute. */
export type Opened = {
  readonly download: { readonly url: string };
  readonly preview?: { readonly url: string };
};
