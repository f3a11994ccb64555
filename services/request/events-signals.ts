import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

export const RequestSignalled = defineEvent({
  source: "itsm.request",
  type: "RequestSignalled",
  version: 1,
  summary: "Something happened elsewhere that steps of requests may wait for.",
  data: z.object({
    signal: z.object({
      id: z.string(),
      name: z.string(),
      about: z.string().optional(),
      text: z.string().optional(),
    }),
  }),
});
