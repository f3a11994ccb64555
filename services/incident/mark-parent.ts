import { Refusal } from "../../shared/domain/refusal.ts";
import { becomeParent } from "./decisions/relate.ts";
import type { IncidentContext } from "./table.ts";

/** Only events of incidents that have a parent. */
export const ofChildren = { incident: { parentId: [{ exists: true }] } };

/** Makes an incident know that it has children. */
export const markParent = async (
  parentId: string | undefined,
  { incidents }: IncidentContext,
): Promise<void> => {
  if (parentId === undefined) return;
  await incidents.update(parentId, undefined, becomeParent).catch((error: unknown) => {
    // The parent was checked when it was named; should it be gone, there is nothing to mark.
    if (!(error instanceof Refusal && error.code === "not_found")) throw error;
  });
};
