import type { QueryOf } from "../../api/request.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import type { Me } from "../../session/me.ts";
import type { changeTexts as texts } from "./texts.ts";

/** A row of a list. */
export type Row = ItemOf<"GET /changes">;

/** Changes that wait for something, as one question to the API. */
export type List = {
  /** Last part of its address. */
  readonly key: keyof typeof texts.list;
  readonly query: QueryOf<"GET /changes">;
};

/** The lists of a person, what they should look at first at the top. */
export const listsOf = ({ id }: Me): readonly List[] => [
  { key: "mine", query: { approverId: id, limit: 100 } },
  { key: "authorize", query: { state: "authorize", limit: 100 } },
  { key: "scheduled", query: { state: "scheduled", limit: 100 } },
  { key: "implement", query: { state: "implement", limit: 100 } },
  { key: "review", query: { state: "review", limit: 100 } },
  { key: "newest", query: { limit: 100 } },
];
