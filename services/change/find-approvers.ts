import { absencesOf } from "../../shared/approvals/absences.ts";
import type { ApprovalPolicy } from "../../shared/approvals/policy.ts";
import { resolvePolicy } from "../../shared/approvals/resolve.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { barredFrom } from "./access.ts";
import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import { approvalOf, type Circumstances } from "./decisions/command.ts";
import { toBeExcepted } from "./decisions/exception.ts";
import { usualException } from "./freeze.ts";
import { findPeople } from "./people.ts";

type Asked = Pick<Circumstances, "asked">;

/** What is in the way of asking is said where it is decided: a repeated request gets its first answer. */
const askedBy = async (
  policy: ApprovalPolicy,
  change: Change,
  on: Circumstances,
  context: ChangeContext,
): Promise<Asked> => {
  const found = await later(
    (async () => {
      const barred = barredFrom(change, on.settings);
      const steps = await resolvePolicy(policy, barred, findPeople(change, context));
      const people = steps.flatMap(({ seats }) => seats.flatMap(({ personId }) => personId ?? []));
      return { steps, absences: await absencesOf(people, context) };
    })(),
  );
  return {
    asked: {
      version: change.version,
      get steps() {
        return found().steps;
      },
      get absences() {
        return found().absences;
      },
    },
  };
};

/** Whom the freezes that stand in a change's way ask for an exception; of several, one after the other. */
export const findExceptionApprovers = async (
  change: Change,
  on: Circumstances,
  context: ChangeContext,
): Promise<Asked> => {
  const hits = toBeExcepted(change, on);
  const steps = (on.freezes ?? [])
    .filter(({ id }) => hits.some(({ freezeId }) => freezeId === id))
    .flatMap(({ exception }) => (exception.steps.length > 0 ? exception : usualException).steps);
  return askedBy({ steps }, change, on, context);
};

/** Whom a change's model asks for approval, as people. */
export const findApprovers = async (
  change: Change,
  on: Circumstances,
  context: ChangeContext,
): Promise<Asked> => askedBy(approvalOf(change, on), change, on, context);
