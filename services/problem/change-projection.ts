import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ChangeSnapshot } from "../change/events.ts";

/** What problem management keeps of a change: whether it fixed something, and what it may have broken. */
export type HeardChange = Pick<ChangeSnapshot, "id" | "title" | "type" | "state" | "outcome" | "ciIds"> & {
  readonly problemIds: readonly string[];
  /** When the work on it was over; absent until then. */
  readonly doneAt?: string | undefined;
};

const isProblem = (id: string): boolean => /^PRB\d{7,12}$/.test(id);

export const heardChange = (change: ChangeSnapshot): HeardChange => {
  const { id, title, type, state, outcome, ciIds, links, actualEnd } = change;
  const problemIds = links.filter((link) => link.type === "problem" && isProblem(link.target));
  const targets = [...new Set(problemIds.map(({ target }) => target))];
  return { id, title, type, state, outcome, ciIds, problemIds: targets, doneAt: actualEnd };
};

/** The group of the changes that were done on a CI. */
export const changedCi = (ciId: string): string => `ci#${ciId}`;

/** What was never done broke nothing. */
const isDone = ({ state, doneAt }: HeardChange): boolean => doneAt !== undefined && state !== "cancelled";

export const changeProjection: ProjectionType<HeardChange> = {
  kind: "CHANGE",
  memberships: (change) =>
    isDone(change)
      ? [...new Set(change.ciIds)].map((ciId) => ({ group: changedCi(ciId), order: change.doneAt ?? "" }))
      : [],
};
