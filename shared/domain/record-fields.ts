import * as z from "zod";

/** What every record has besides its id, as the API shows it. `version` is the ETag. */
export const recordFields = {
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};
