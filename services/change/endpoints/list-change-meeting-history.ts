import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import type { ChangeContext } from "../context.ts";
import { meetingParams } from "../meeting-endpoint.ts";

export const listChangeMeetingHistory = endpoint({
  id: "listChangeMeetingHistory",
  summary: "Everything that happened to a meeting",
  route: "GET /change-meetings/{changeMeetingId}/history",
  permission: "change:read",
  params: meetingParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { meetings }: ChangeContext) => meetings.history(params.changeMeetingId, query),
});
