import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { Card } from "./card.tsx";
import { minutesText } from "./numbers.ts";
import { PeriodLines } from "./period-lines.tsx";
import { daysOf, listOf, queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const route = "GET /reports/incidents";
const kinds = ["mean", "median", "percentile90"] as const;

/** How long people waited until they could work again. */
export const TimeCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope, true);
  const { value, problem, isLoading } = useRead(route, { query });
  const total = useRead(route, { query: queryOf(scope) }).value?.items[0];
  const list = ({ from, to }: { readonly from: string; readonly to: string }) =>
    listOf("incidents", "resolved", { team: scope.team, from, to });
  return (
    <Card
      title={texts.cards.time}
      route={route}
      query={query}
      problem={problem}
      numbers={kinds.map((kind) => ({
        figure: kind,
        text: minutesText(total?.timeToRestore[kind]),
        href: list(daysOf(scope)),
      }))}
    >
      <PeriodLines<Schemas["IncidentReportRow"]>
        label={texts.cards.time}
        rows={value?.items ?? []}
        yTitle={texts.hours}
        isLoading={isLoading}
        lines={kinds.map((kind) => ({
          title: texts.figures[kind] ?? kind,
          number: ({ timeToRestore }) => {
            const minutes = timeToRestore[kind];
            return minutes === undefined ? undefined : Math.round(minutes / 6) / 10;
          },
          list,
        }))}
      />
    </Card>
  );
};
