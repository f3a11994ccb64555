import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { RequestSnapshot } from "./events.ts";

export const RequestLinked = defineEvent({
  source: "itsm.request",
  type: "RequestLinked",
  version: 1,
  summary: "Another record was made from it, or is tied to it by whoever made it.",
  data: z.object({ request: RequestSnapshot, link: z.object({ kind: z.string(), id: z.string() }) }),
});
