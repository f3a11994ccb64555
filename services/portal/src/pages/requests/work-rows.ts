import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { QueryOf } from "../../api/request.ts";
import { isOpenTask } from "../../parts/tasks/task.ts";
import { hasRole, type Me } from "../../session/me.ts";

type Item = Schemas["RequestItem"];
type Task = Item["tasks"][number];

/** A piece of the fulfilment that waits for somebody, with the ordered thing it is part of. */
export type WorkRow = { readonly id: string; readonly task: Task; readonly item: Item };

export type ListKey = "mine" | "teams" | "unassigned" | "all" | `team-${string}`;

/** Work that waits, as questions to the API, and which of the tasks of what it answers are meant. */
export type WorkList = {
  readonly key: ListKey;
  readonly teamId?: string;
  readonly queries: readonly QueryOf<"GET /request-items">[];
  readonly isMeant: (task: Task) => boolean;
};

/** So many ordered things at once: each is read whole for its tasks. */
const limit = 50;

/** The lists of a person, what they should look at first at the top. */
export const workListsOf = (me: Me): readonly WorkList[] => {
  const { id, teams } = me;
  const ofTeams = teams.map((teamId) => ({ teamId, limit }));
  const isOurs = ({ teamId }: Task): boolean => teamId !== undefined && teams.includes(teamId);
  const shared: readonly WorkList[] =
    teams.length === 0
      ? []
      : [
          { key: "teams", queries: ofTeams, isMeant: isOurs },
          {
            key: "unassigned",
            queries: ofTeams,
            isMeant: (task) => isOurs(task) && task.assigneeId === undefined,
          },
        ];
  const each: readonly WorkList[] =
    teams.length < 2
      ? []
      : teams.map((teamId) => ({
          key: `team-${teamId}`,
          teamId,
          queries: [{ teamId, limit }],
          isMeant: (task) => task.teamId === teamId,
        }));
  const all: readonly WorkList[] = hasRole(me, "asset-manager", "admin")
    ? [{ key: "all", queries: [{ state: "in_fulfilment", limit }], isMeant: () => true }]
    : [];
  return [
    { key: "mine", queries: [{ assigneeId: id, limit }], isMeant: (task) => task.assigneeId === id },
    ...shared,
    ...each,
    ...all,
  ];
};

/** What of the work is looked at. */
export type Which = "any" | "late" | "failed" | "begun" | "not_begun";

const isLate = ({ dueAt, stuckSince }: Task, now: number): boolean =>
  stuckSince !== undefined || (dueAt !== undefined && Date.parse(dueAt) < now);

const which: Readonly<Record<Which, (task: Task, now: number) => boolean>> = {
  any: () => true,
  late: isLate,
  failed: ({ failure }) => failure !== undefined,
  begun: ({ state }) => state === "in_progress",
  not_begun: ({ state }) => state === "open",
};

export const isWhich = (text: string | undefined): text is Which =>
  text !== undefined && Object.hasOwn(which, text);

/** After every date: work without one comes last. */
const undated = "9999";

/** The open tasks of some ordered things that a list means, what is due first at the top. */
export const workRows = (
  items: readonly Item[],
  { isMeant }: Pick<WorkList, "isMeant">,
  wanted: Which,
  now: number,
): readonly WorkRow[] => {
  const dueOf = ({ task, item }: WorkRow): string =>
    task.dueAt ?? item.targetAt ?? item.expectedAt ?? undated;
  return items
    .flatMap((item) =>
      item.tasks
        .filter((task) => isOpenTask(task) && isMeant(task) && which[wanted](task, now))
        .map((task) => ({ id: task.id, task, item })),
    )
    .toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)));
};
