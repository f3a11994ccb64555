import { Refusal } from "../../shared/domain/refusal.ts";
import type { ChangeContext } from "./context.ts";
import { target } from "./edges.ts";

const path = "body.parentId";
const refused = (message: string): Refusal => new Refusal("rule_violation", undefined, [{ path, message }]);

/**
 * Refuses a parent that is not there, is over, or is a part itself, and one for a change that has parts: so
 * parents and parts never form a circle, and closing a parent looks at one level.
 */
export const mustBeParent = async (
  parentId: string | null | undefined,
  id: string | undefined,
  { changes }: ChangeContext,
): Promise<void> => {
  if (parentId === undefined || parentId === null) return;
  const parent = await changes.get(parentId).catch((error: unknown) => {
    throw error instanceof Refusal
      ? new Refusal("invalid_input", undefined, [{ path, message: "No such change" }])
      : error;
  });
  if (parent.id === id) throw refused("It is no part of itself");
  if (parent.parentId !== undefined) throw refused(`${parentId} is a part itself`);
  if (parent.state === "closed" || parent.state === "cancelled") throw refused(`${parentId} is over`);
  if (id === undefined) return;
  const [part] = await changes.few({ index: "byTarget", partition: target.parent(id), edges: true }, 1);
  if (part) throw refused(`${id} has parts of its own, such as ${part.id}`);
};
