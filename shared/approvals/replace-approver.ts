import type { Approver, Rule } from "./policy.ts";

type Asking = { readonly approvers: readonly Approver[]; readonly rule: Rule };

const isThem = (approver: Approver, personId: string | undefined): boolean =>
  approver.kind === "person" && approver.id === personId;

/** Whether steps of a policy ask a person by name. */
export const asksByName = (steps: readonly Pick<Asking, "approvers">[], personId: string): boolean =>
  steps.some(({ approvers }) => approvers.some((approver) => isThem(approver, personId)));

/**
 * The steps of a policy without a person who is gone: who takes over is asked instead. Where nobody does, or they
 * are asked already and too few would be left, it is whoever has the role `otherwise`.
 */
export const replaceApprover = <S extends Asking>(
  steps: readonly S[],
  personId: string,
  toId: string | undefined,
  otherwise: string,
): S[] =>
  steps.map((step) => {
    if (!asksByName([step], personId)) return step;
    const others = step.approvers.filter((approver) => !isThem(approver, personId));
    const isAsked = others.some((approver) => isThem(approver, toId));
    const isEnough = step.rule.kind !== "quorum" || step.rule.count <= others.length;
    if (isAsked && isEnough) return { ...step, approvers: others };
    const instead: Approver =
      toId === undefined || isAsked ? { kind: "role", id: otherwise } : { kind: "person", id: toId };
    return { ...step, approvers: [...others, instead] };
  });
