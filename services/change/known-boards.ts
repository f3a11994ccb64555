import type { ApprovalPolicy } from "../../shared/approvals/policy.ts";
import { named } from "../../shared/kept/named.ts";
import type { ChangeContext } from "./context.ts";

/** Refuses a policy that asks a board that is not there, or is retired. `path`: where the policy is in the body. */
export const mustKnowBoards = async (
  { steps }: ApprovalPolicy,
  path: string,
  { boards }: ChangeContext,
): Promise<void> => {
  for (const [step, { approvers }] of steps.entries())
    for (const [at, approver] of approvers.entries())
      if (approver.kind === "board")
        await named(boards, approver.id, `body.${path}.steps.${step}.approvers.${at}.id`);
};
