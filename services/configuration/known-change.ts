import { spread } from "../../shared/dynamo/bundles.ts";
import type { Projections, ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ChangeSnapshot } from "../change/events.ts";
import { CiId } from "./ci.ts";
import { newestOf } from "./newest-of.ts";

/** What configuration management keeps of a change. */
export type KnownChange = Pick<
  ChangeSnapshot,
  "id" | "state" | "title" | "type" | "risk" | "outcome" | "plannedStart" | "plannedEnd" | "openedAt"
> & {
  /** The CIs it names, its service among them; other ids lead nowhere here. */
  readonly ciIds: readonly string[];
};

export const knownChange = (change: ChangeSnapshot): KnownChange => {
  const { id, state, title, type, risk, outcome, plannedStart, plannedEnd, openedAt, serviceId } = change;
  const named = [...change.ciIds, ...(serviceId === undefined ? [] : [serviceId])];
  const ciIds = [...new Set(named)].filter((each) => CiId.safeParse(each).success).toSorted();
  return { id, state, title, type, risk, outcome, plannedStart, plannedEnd, openedAt, ciIds };
};

/** The group of all changes of a CI but cancelled ones. */
const changesOf = (ciId: string): string => `all#${ciId}`;

/** Where the open changes of a CI are told, for reads of many CIs at once. */
export const openChangesOf = (ciId: string): string => `changes#${ciId}`;

/** What is told there: 1 while the change is being done. */
export type OpenChange = { readonly n: 0 | 1 };

/** What is planned or being done; what is looked back upon is over for its CIs. */
const openStates = ["new", "assess", "authorize", "scheduled", "implement"];

/** Enough parts for tens of thousands of open changes of one service. */
const parts = 8;

export const changeProjection: ProjectionType<KnownChange> = {
  kind: "CHANGE",
  memberships: ({ state, ciIds, plannedStart, openedAt }) =>
    state === "cancelled"
      ? []
      : ciIds.map((ciId) => ({ group: changesOf(ciId), order: plannedStart ?? openedAt })),
  // A change of a thousand CIs that moves on is not to be written a thousand times.
  listed: () => ({}),
  ties: (id, { state, ciIds }) =>
    openStates.includes(state)
      ? ciIds.map((ciId) => ({
          bundle: openChangesOf(ciId),
          part: spread(id, parts),
          entry: id,
          value: { n: state === "implement" ? 1 : 0 },
        }))
      : [],
};

/** The changes that name a CI under one of its numbers, by planned start, latest first. */
export const latestChanges = async (
  ciIds: readonly string[],
  most: number,
  { changes }: { readonly changes: Projections<KnownChange> },
): Promise<readonly KnownChange[]> => {
  const found = await newestOf(ciIds.map(changesOf), most, changes);
  const ids = found.map(({ id }) => id);
  const known = await changes.known(ids);
  return ids.flatMap((id) => known.get(id) ?? []);
};
