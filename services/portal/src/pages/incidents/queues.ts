import type { QueryOf } from "../../api/request.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import type { Me } from "../../session/me.ts";
import { incidentTexts as texts } from "./texts.ts";

/** A row of a queue. */
export type Row = ItemOf<"GET /incidents">;

/** Work that waits, as one question to the API. */
export type Queue = {
  /** Last part of its address. */
  readonly key: string;
  readonly text: string;
  readonly lead: string;
  readonly query: QueryOf<"GET /incidents">;
};

/** As many as a page of the API may have: what is more is counted as `100+`. */
export const mostCounted = 100;

type Kind = keyof typeof texts.queue;

const queue = (kind: Kind, query: Queue["query"], key: string = kind, text = texts.queue[kind]): Queue => ({
  key,
  text,
  lead: texts.queueLead[kind],
  query: { ...query, limit: mostCounted },
});

/** The queues of a person, what they should look at first at the top. */
export const queuesOf = ({ id, teams }: Me, teamName: (id: string) => string): readonly Queue[] => [
  queue("mine", { assigneeId: id }),
  ...teams.map((teamId) =>
    queue("team", { teamId }, `team-${teamId}`, `${texts.queue.team}: ${teamName(teamId)}`),
  ),
  queue("unassigned", { unassigned: "true" }),
  queue("breaching", { breaching: "true" }),
  queue("waiting", { taskAssigneeId: id }),
  queue("vip", { vip: "true" }),
  queue("newest", {}),
];
