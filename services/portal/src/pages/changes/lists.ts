import type { QueryOf } from "../../api/request.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import { waitingFor } from "../../parts/approvals/awaiting.ts";
import type { Me } from "../../session/me.ts";
import type { changeTexts as texts } from "./texts.ts";

/** A row of a list. */
export type Row = ItemOf<"GET /changes">;

/** Changes that wait for something, as questions to the API: those that wait for a person have one for each of their roles. */
export type List = {
  /** Last part of its address. */
  readonly key: keyof typeof texts.list;
  readonly queries: readonly QueryOf<"GET /changes">[];
};

/** The lists of a person, what they should look at first at the top. */
export const listsOf = (me: Me): readonly List[] => [
  { key: "mine", queries: waitingFor(me).map((who) => ({ ...who, limit: 100 })) },
  { key: "authorize", queries: [{ state: "authorize", limit: 100 }] },
  { key: "scheduled", queries: [{ state: "scheduled", limit: 100 }] },
  { key: "implement", queries: [{ state: "implement", limit: 100 }] },
  { key: "review", queries: [{ state: "review", limit: 100 }] },
  { key: "newest", queries: [{ limit: 100 }] },
];
