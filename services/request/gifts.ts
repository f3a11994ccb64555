import { standingIdOf } from "./ids.ts";
import type { RequestItem } from "./request-item.ts";
import type { Standing } from "./standing.ts";
import type { RequestTask } from "./task.ts";

/** Something that an item has left with the person it was for, and the number under which they hold it. */
export type Gift = Pick<Standing, "id" | "kind" | "recordId" | "modelId">;

type Ended = Pick<RequestItem, "id" | "state" | "standing" | "tasks">;

const isComplete = ({ state }: RequestTask): boolean => state === "complete";

/** The pieces of an item that were handed out to the end; one of which nobody says which, where it has none. */
const piecesOf = ({ tasks }: Pick<RequestItem, "tasks">): readonly (number | undefined)[] => {
  const pieces = [...new Set(tasks.flatMap(({ piece }) => piece ?? []))];
  const got = pieces.filter((piece) => tasks.findLast((task) => task.piece === piece)?.state === "complete");
  return got.length > 0 ? got : [undefined];
};

/** The last asset or seat that one of the tasks is about. */
const receivedBy = (tasks: readonly RequestTask[]): Pick<Gift, "recordId" | "modelId"> => {
  const task = tasks.findLast(
    (each) =>
      isComplete(each) &&
      each.recordId !== undefined &&
      (each.kind.endsWith("_asset") || each.kind === "allocate_seat"),
  );
  return { recordId: task?.recordId, modelId: task?.does?.modelId };
};

/** All of it was done: each piece is a thing of its own, and given back by itself. */
const wholeOf = ({ id, standing, tasks }: Ended): Gift[] =>
  standing === undefined
    ? []
    : piecesOf({ tasks }).map((piece, at) => ({
        id: standingIdOf(id, at),
        kind: standing,
        ...receivedBy(tasks.filter((task) => piece === undefined || task.piece === piece)),
      }));

const kindOf: Readonly<Record<string, Gift["kind"]>> = {
  hand_over_asset: "asset",
  allocate_seat: "software",
  call: "access",
  event: "access",
};

/** What a step does is done: to its end, after its item was cancelled, or but for the holder's word. */
const isGiven = (task: RequestTask): boolean =>
  isComplete(task) ||
  task.doneInVain === true ||
  (task.kind === "hand_over_asset" &&
    task.state === "skipped" &&
    task.recordId !== undefined &&
    task.failure === undefined);

/** Some of it was done: what its steps gave by themselves; without such, what people did of what somebody holds. */
const partOf = ({ id, standing, tasks }: Ended): Gift[] => {
  const hasGivers = tasks.some(({ kind }) => kindOf[kind] !== undefined);
  const given = tasks.flatMap((task, at) => {
    const usual = hasGivers || standing === undefined ? undefined : standing;
    const kind = kindOf[task.kind] ?? (task.kind === "manual" ? usual : undefined);
    return kind !== undefined && isGiven(task) ? [{ task, at, kind }] : [];
  });
  // Access is one thing, however many steps give it.
  const once = given.filter(
    ({ kind, task }, at) =>
      kindOf[task.kind] === "asset" ||
      kindOf[task.kind] === "software" ||
      at === given.findIndex((other) => other.kind === kind),
  );
  return once.map(({ task: { recordId, does }, at, kind }) => ({
    id: standingIdOf(id, at),
    kind: kind === "access" && standing === "other" ? standing : kind,
    ...(kind === "asset" || kind === "software" ? { recordId, modelId: does?.modelId } : {}),
  }));
};

/**
 * What an item has left with a person when it ends. Of what ends before all of it was done, too: access that was
 * given is held although telling them of it failed, and is taken back when somebody leaves.
 */
export const giftsOf = (item: Ended): Gift[] => {
  if (item.state === "complete") return wholeOf(item);
  if (item.state === "cancelled") return partOf(item);
  return item.state === "incomplete" && item.standing !== undefined ? partOf(item) : [];
};
