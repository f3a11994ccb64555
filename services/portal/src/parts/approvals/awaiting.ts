import type { Schemas } from "../../../../../docs/generated/api.ts";
import { awaited } from "../../../../../shared/approvals/awaited.ts";
import type { Me } from "../../session/me.ts";

/** What one asks a list for to find what waits for a person's decision: theirs by name, and their roles'. */
export type WaitingFor = { readonly approverId: string } | { readonly approverRole: string };

/** Who is asked: the person, and each role they have. */
export const waitingFor = ({ id, roles }: Pick<Me, "id" | "roles">): readonly WaitingFor[] => [
  { approverId: id },
  ...roles.map((approverRole) => ({ approverRole })),
];

type Approval = Schemas["Change"]["approval"];

/** Whether a question waits for this person, by name or by a role of theirs, and they may answer it. */
export const isAskedOf = (
  approval: Approval | undefined,
  { id, roles }: Pick<Me, "id" | "roles">,
): "yes" | "barred" | "no" => {
  const waits = awaited(approval);
  if (!waits.people.includes(id) && !waits.roles.some((role) => roles.includes(role))) return "no";
  return approval?.barred.includes(id) ? "barred" : "yes";
};

/** What of a change may wait for somebody: whether it may be done at all, and whether in a freeze. */
export type Question = "change" | "exception";

/** The questions of a change that wait for this person: both where both are asked. */
export const questionsOf = (
  { state, approval, exception }: Pick<Schemas["Change"], "state" | "approval" | "exception">,
  me: Pick<Me, "id" | "roles">,
): readonly { readonly about: Question; readonly isBarred: boolean }[] => {
  const asked = [
    ["change", isAskedOf(state === "authorize" ? approval : undefined, me)],
    ["exception", isAskedOf(exception?.state === "asked" ? exception.approval : undefined, me)],
  ] as const;
  return asked.flatMap(([about, is]) => (is === "no" ? [] : [{ about, isBarred: is === "barred" }]));
};
