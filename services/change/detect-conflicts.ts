import { Refusal } from "../../shared/domain/refusal.ts";
import { forEachId, onePage } from "../../shared/dynamo/for-each.ts";
import type { ChangeContext } from "./context.ts";
import { noteConflicts } from "./decisions/note-conflicts.ts";
import { findConflicts } from "./find-conflicts.ts";
import { occupy } from "./occupancy.ts";

/** Looks for what one change collides with, and remembers it on the change. Answers the others it is about. */
export const detect = async (id: string, context: ChangeContext): Promise<readonly string[]> => {
  const change = await context.changes.get(id);
  const conflicts = await findConflicts(change, context);
  const others = conflicts.flatMap(({ otherId }) => otherId ?? []);
  const { changes } = context.part(`conflicts#${id}`);
  await changes.update(id, undefined, (latest) => noteConflicts(latest, conflicts));
  return [...new Set([...others, ...(change.conflicts?.with ?? [])])];
};

/**
 * A change is planned, or otherwise than before: it is filed under what it is at, and it and those that it
 * collides with, or has collided with, are looked at again. Both sides are filed before either looks, so of
 * two that are planned at the same moment at least the one that looks last finds the other, and tells it.
 */
export const detectAround = async (id: string, context: ChangeContext): Promise<void> => {
  await occupy(id, context);
  const others = await detect(id, context);
  // Several at once: one that collides with a thousand is done within the time that an event has.
  await forEachId(onePage(others), (other) =>
    detect(other, context).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    }),
  );
};
