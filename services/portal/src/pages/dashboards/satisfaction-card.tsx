import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { Card } from "./card.tsx";
import { percentText, sumOf } from "./numbers.ts";
import { PeriodLines } from "./period-lines.tsx";
import { daysOf, listOf, queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const route = "GET /reports/satisfaction";
type Days = { readonly from: string; readonly to: string };

/** How people say they were served. */
export const SatisfactionCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope, true);
  const { value, problem, isLoading } = useRead(route, { query });
  const rows = value?.items ?? [];
  const list = (figure: string, { from, to }: Days) =>
    listOf("satisfaction", figure, { team: scope.team, from, to });
  const whole = daysOf(scope);
  const [answered, satisfied] = [sumOf(rows, (row) => row.answered), sumOf(rows, (row) => row.satisfied)];
  return (
    <Card
      title={texts.cards.satisfaction}
      route={route}
      query={query}
      problem={problem}
      numbers={[
        {
          figure: "satisfaction",
          text: percentText(answered === 0 ? undefined : satisfied / answered),
          href: list("answered", whole),
        },
        { figure: "answered", text: String(answered), href: list("answered", whole) },
        { figure: "satisfied", text: String(satisfied), href: list("satisfied", whole) },
      ]}
    >
      <PeriodLines<Schemas["SatisfactionReportRow"]>
        label={texts.cards.satisfaction}
        rows={rows}
        yTitle={texts.percent}
        isLoading={isLoading}
        lines={[
          {
            title: texts.figures.satisfaction ?? "",
            number: ({ satisfaction }) => satisfaction,
            text: percentText,
            list: (row) => list("answered", row),
          },
        ]}
      />
    </Card>
  );
};
