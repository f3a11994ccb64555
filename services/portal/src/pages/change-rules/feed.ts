import type { BodyOf } from "../../api/request.ts";

export type FeedBody = BodyOf<"POST /change-feeds">;

const filters = ["teamId", "serviceId", "ciId", "boardId"] as const;
export type Filter = (typeof filters)[number];

/** What a feed is about. */
export const filterOf = (feed: FeedBody): Filter | "all" =>
  filters.find((name) => feed[name] !== undefined) ?? "all";
