import { resolvePolicy } from "../../shared/approvals/resolve.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { barredFrom } from "./access.ts";
import type { Change } from "./change.ts";
import { type Circumstances, modelOf } from "./decisions/command.ts";
import { findPeople } from "./people.ts";
import type { ChangeContext } from "./table.ts";

/**
 * Whom a change's model asks for approval, as people. What is in the way of asking them is said where it is
 * decided, because a repeated request gets its first answer.
 */
export const findApprovers = async (
  change: Change,
  on: Circumstances,
  context: ChangeContext,
): Promise<Pick<Circumstances, "asked">> => {
  const { approval } = modelOf(change, on);
  const found = await later(
    resolvePolicy(approval, barredFrom(change, on.settings), findPeople(change, context)),
  );
  return {
    asked: {
      version: change.version,
      get steps() {
        return found();
      },
    },
  };
};
