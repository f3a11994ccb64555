import type { Change } from "../change.ts";
import type { Risk } from "../change-fields.ts";
import type { Circumstances } from "./command.ts";
import { isImpactKnown } from "./known-impact.ts";
import { type Answers, riskOf } from "./risk.ts";

const nothing = { rules: [], questions: [], mustAnswer: false };

/** What rules would have to know of a change's impact and nobody does yet. */
const missingOf = (change: Change): NonNullable<Change["riskMissing"]> => {
  if (!isImpactKnown(change)) return ["impact"];
  return change.ciIds.length > 0 && change.impacted?.isComplete === false ? ["whole_impact"] : [];
};

/** The risk of a change as it is known now, with its reasons, its chance, and what is not known of it. */
export const judged = (
  change: Change,
  { risk: asked }: Pick<Circumstances, "risk">,
  answers: Answers = change.answers ?? {},
  own?: Risk,
) => {
  const around = asked?.around ?? {};
  // What is known of other CIs says nothing of these.
  const known = isImpactKnown(change) ? change : { ...change, impacted: undefined };
  const { risk, reasons } = riskOf(known, asked?.settings ?? nothing, around, answers, own);
  const missing = missingOf(change);
  return {
    risk,
    riskReasons: [...reasons],
    riskMissing: missing.length === 0 ? undefined : missing,
    chance: around.chance as Change["chance"],
  };
};

/** It was worked out before, and the work has not begun: what is learnt now still tells people something. */
const mayBeJudgedAnew = ({ risk, state }: Change): boolean =>
  risk !== undefined && (state === "authorize" || state === "scheduled");

/** The same once more with what is known by now; nothing where it was not worked out, or comes too late. */
export const judgedAnew = (change: Change, on: Pick<Circumstances, "risk">): Partial<Change> => {
  if (!on.risk || !mayBeJudgedAnew(change)) return {};
  const own = change.riskReasons?.find(({ source }) => source === "judgement")?.risk;
  return judged(change, on, change.answers, own);
};
