import type { ReplyOf } from "../../api/request.ts";
import { Bars } from "../../parts/charts.tsx";
import { lostText } from "./candidate.ts";
import { monthsOf } from "./months.ts";
import { problemTexts as texts } from "./texts.ts";

export type CostTrendProps = { readonly trend: ReplyOf<"GET /problems/{problemId}/cost">["trend"] };

const label = new Intl.DateTimeFormat(undefined, { month: "short", year: "2-digit", timeZone: "UTC" });
const nameOf = (month: string): string => label.format(new Date(`${month}T00:00:00Z`));

/** Incidents by the month in which they were opened; pointing at one says what they have cost. */
export const CostTrend = ({ trend }: CostTrendProps) => {
  const months = monthsOf(trend);
  const lost = new Map(months.map((month) => [nameOf(month.from), month]));
  return (
    <Bars
      label={texts.trend}
      height={140}
      hideLegend
      xTitle={texts.trend}
      series={[
        {
          type: "bar",
          title: texts.columns.incidents,
          data: months.map(({ from, incidents }) => ({ x: nameOf(from), y: incidents })),
        },
      ]}
      detailPopoverFooter={(x) => {
        const month = lost.get(x);
        return month && texts.trendOf(lostText(month));
      }}
    />
  );
};
