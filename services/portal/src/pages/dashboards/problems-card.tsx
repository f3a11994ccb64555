import { useRead } from "../../api/use-read.ts";
import { Card } from "./card.tsx";
import { sumOf } from "./numbers.ts";
import { PeriodLines } from "./period-lines.tsx";
import { daysOf, listOf, queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const route = "GET /reports/problems";
type Days = { readonly from: string; readonly to: string };

/** Causes that were found and removed. */
export const ProblemsCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope, true);
  const { value, problem, isLoading } = useRead(route, { query });
  const rows = value?.items ?? [];
  const list = (figure: string, { from, to }: Days) =>
    listOf("problems", figure, { team: scope.team, ...(figure === "open" ? {} : { from, to }) });
  const whole = daysOf(scope);
  return (
    <Card
      title={texts.cards.problems}
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
          figure: "known_error",
          text: String(sumOf(rows, ({ knownErrors }) => knownErrors)),
          href: list("known_error", whole),
        },
        { figure: "open", text: String(rows.at(-1)?.backlog ?? 0), href: list("open", whole) },
      ]}
    >
      <PeriodLines
        label={texts.cards.problems}
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
