import { useRead } from "../../api/use-read.ts";
import { CostCard } from "./cost-card.tsx";
import { problemTexts as texts } from "./texts.ts";

const days = 365;

/** What the incidents of a problem have cost, and whether they came again after the fix. */
export const ProblemCost = ({ problemId }: { readonly problemId: string }) => {
  const asked = { params: { problemId }, query: { days, by: "month" as const } };
  const read = useRead("GET /problems/{problemId}/cost", asked, { everyMs: 60_000 });
  return <CostCard read={read} title={texts.cost} days={days} />;
};
