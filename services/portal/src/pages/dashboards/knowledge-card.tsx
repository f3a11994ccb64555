import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { Card } from "./card.tsx";
import { percentText, sumOf } from "./numbers.ts";
import { PeriodLines } from "./period-lines.tsx";
import { daysOf, listOf, queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const route = "GET /reports/knowledge";
type Days = { readonly from: string; readonly to: string };

/** What articles are good for; they belong to no team. */
export const KnowledgeCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf({ days: scope.days, team: undefined }, true);
  const { value, problem, isLoading } = useRead(route, { query });
  const rows = value?.items ?? [];
  const list = (figure: string, { from, to }: Days) => listOf("knowledge", figure, { from, to });
  const whole = daysOf(scope);
  const [helped, followed] = [sumOf(rows, (row) => row.helped), sumOf(rows, (row) => row.followed)];
  const deflection = helped + followed === 0 ? undefined : helped / (helped + followed);
  const numbers = [
    ["reused", String(sumOf(rows, ({ reused }) => reused)), "reused"],
    ["helped", String(helped), "helped"],
    ["deflection", percentText(deflection), "helped"],
    ["helpful", String(sumOf(rows, ({ helpful }) => helpful)), "helpful"],
  ] as const;
  return (
    <Card
      title={texts.cards.knowledge}
      route={route}
      query={query}
      problem={problem}
      numbers={numbers.map(([figure, text, listed]) => ({ figure, text, href: list(listed, whole) }))}
    >
      <PeriodLines<Schemas["KnowledgeReportRow"]>
        label={texts.cards.knowledge}
        rows={rows}
        yTitle={texts.count}
        isLoading={isLoading}
        lines={(["reused", "helped"] as const).map((figure) => ({
          title: texts.figures[figure] ?? figure,
          number: (row) => row[figure],
          list: (row) => list(figure, row),
        }))}
      />
    </Card>
  );
};
