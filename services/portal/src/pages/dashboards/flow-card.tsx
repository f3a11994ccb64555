import { useRead } from "../../api/use-read.ts";
import { Card } from "./card.tsx";
import { sumOf } from "./numbers.ts";
import { PeriodLines } from "./period-lines.tsx";
import { daysOf, listOf, queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const route = "GET /reports/incidents";

/** What came in and what was done, and what that left over. */
export const FlowCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope, true);
  const { value, problem, isLoading } = useRead(route, { query });
  const rows = value?.items ?? [];
  const { team } = scope;
  const list = (figure: string, days: { from?: string; to?: string }) =>
    listOf("incidents", figure, { team, ...(figure === "open" ? {} : { from: days.from, to: days.to }) });
  const whole = daysOf(scope);
  return (
    <Card
      title={texts.cards.flow}
      route={route}
      query={query}
      problem={problem}
      numbers={[
        {
          figure: "opened",
          text: String(sumOf(rows, ({ opened }) => opened)),
          href: list("opened", whole),
        },
        {
          figure: "resolved",
          text: String(sumOf(rows, ({ resolved }) => resolved)),
          href: list("resolved", whole),
        },
        {
          figure: "dropped",
          text: String(sumOf(rows, ({ dropped }) => dropped)),
          href: list("dropped", whole),
        },
        { figure: "backlog", text: String(rows.at(-1)?.backlog ?? 0), href: list("open", whole) },
      ]}
    >
      <PeriodLines
        label={texts.cards.flow}
        rows={rows}
        yTitle={texts.count}
        isLoading={isLoading}
        lines={[
          {
            title: texts.figures.opened ?? "",
            number: ({ opened }) => opened,
            list: (row) => list("opened", row),
          },
          {
            title: texts.figures.resolved ?? "",
            number: ({ resolved }) => resolved,
            list: (row) => list("resolved", row),
          },
          {
            title: texts.figures.backlog ?? "",
            number: ({ backlog }) => backlog,
            list: (row) => list("open", row),
          },
        ]}
      />
    </Card>
  );
};
