import type { Model, Operation, SeenRecord } from "../simulated.ts";
import type { Answer } from "./front-door.ts";

/** What clients have learned from answers. */
export type Knowledge = Pick<Model, "seen"> & {
  readonly learn: (operation: Operation, answer: Answer) => void;
  /** The highest version of each record that a change was confirmed with. */
  readonly confirmed: () => ReadonlyMap<string, number>;
};

const recordsIn = (body: unknown): readonly SeenRecord[] => {
  const { items, ...own } = (body ?? {}) as { items?: readonly unknown[] } & Partial<SeenRecord>;
  return [own, ...(items ?? [])].filter(
    (each): each is SeenRecord =>
      typeof (each as SeenRecord).id === "string" && typeof (each as SeenRecord).version === "number",
  );
};

export const createKnowledge = (): Knowledge => {
  const records = new Map<string, SeenRecord>();
  const confirmed = new Map<string, number>();
  return {
    seen: (prefix) => [...records.values()].filter(({ id }) => id.startsWith(prefix)),
    learn: ({ method }, { body }) => {
      for (const record of recordsIn(body)) {
        const { id, version } = record;
        if ((records.get(id)?.version ?? -1) <= version) records.set(id, record);
        if (method !== "GET") confirmed.set(id, Math.max(version, confirmed.get(id) ?? 0));
      }
    },
    confirmed: () => new Map(confirmed),
  };
};
