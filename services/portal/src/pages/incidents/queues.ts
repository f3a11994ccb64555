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
  /** What of the open work it is, where the figures know it: so many are counted without reading them. */
  readonly counted?: QueryOf<"GET /reports/incidents/open-work">;
  /** A queue without an end is not counted. */
  readonly isEndless?: boolean;
};

/** As many as a page of the API may have: what is more and not counted is told as `100+`. */
const mostListed = 100;
/** What falls due within so long falls due soon. */
const soonMs = 4 * 3_600_000;
/** The end of "soon" moves in steps: each is another question. */
const stepMs = 15 * 60_000;
/** As the figures call who works on what nobody works on. */
const nobody = "-";

/** The moment until which what falls due does so soon, overdue work included. */
export const soonUntil = (now: number): string =>
  new Date(Math.ceil((now + soonMs) / stepMs) * stepMs).toISOString();

type Kind = keyof typeof texts.queue;
type More = Partial<Pick<Queue, "key" | "text" | "counted" | "isEndless">>;

const queue = (kind: Kind, query: Queue["query"], more: More = {}): Queue => ({
  key: kind,
  text: texts.queue[kind],
  lead: texts.queueLead[kind],
  query: { ...query, limit: mostListed },
  ...more,
});

/** The queues of a person, what they should look at first at the top. */
export const queuesOf = (
  { id, teams }: Me,
  teamName: (id: string) => string,
  now: number,
): readonly Queue[] => [
  queue("mine", { assigneeId: id }, { counted: { assignee: id } }),
  ...teams.map((teamId) =>
    queue(
      "team",
      { teamId },
      {
        key: `team-${teamId}`,
        text: `${texts.queue.team}: ${teamName(teamId)}`,
        counted: { team: teamId },
      },
    ),
  ),
  queue("unassigned", { unassigned: "true" }, { counted: { assignee: nobody } }),
  queue("breaching", { breaching: "true", dueBefore: soonUntil(now) }),
  queue("waiting", { taskAssigneeId: id }),
  queue("vip", { vip: "true" }),
  queue("newest", {}, { isEndless: true }),
];

type Listed = { readonly items: readonly unknown[]; readonly nextCursor?: string | undefined };
type Sums = { readonly items: readonly { readonly open: number }[] };

/** How much waits: as the list says it where it is read to its end, else by the figures; nothing while neither is known. */
export const countText = (listed: Listed | undefined, sums: Sums | undefined): string => {
  if (listed !== undefined && listed.nextCursor === undefined) return String(listed.items.length);
  if (sums !== undefined) return String(sums.items.reduce((sum, { open }) => sum + open, 0));
  return listed === undefined ? "" : `${listed.items.length}+`;
};
