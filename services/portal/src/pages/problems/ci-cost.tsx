import { useRead } from "../../api/use-read.ts";
import { CostCard } from "./cost-card.tsx";
import { problemTexts as texts } from "./texts.ts";

const days = 365;

/** What the incidents of a configuration item have cost. */
export const CiCost = ({ ciId }: { readonly ciId: string }) => {
  const body = { ciId, days, by: "month" as const };
  const read = useRead("POST /ci-costs", { body }, { everyMs: 60_000 });
  return <CostCard read={read} title={texts.ciCost} days={days} />;
};
