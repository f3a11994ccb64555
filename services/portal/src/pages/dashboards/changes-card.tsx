import { useRead } from "../../api/use-read.ts";
import { Ring } from "../../parts/charts.tsx";
import { Card } from "./card.tsx";
import { percentText } from "./numbers.ts";
import { daysOf, listOf, queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const route = "GET /reports/changes";

/** Changes that were done, and what came of them. */
export const ChangesCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope);
  const { value, problem, isLoading } = useRead(route, { query });
  const row = value?.items[0];
  const list = (figure: string) => listOf("changes", figure, { team: scope.team, ...daysOf(scope) });
  const outcomes = [
    ["successful", row?.successful ?? 0],
    ["with_issues", row?.withIssues ?? 0],
    ["backed_out", row?.backedOut ?? 0],
    ["failed", row?.failed ?? 0],
  ] as const;
  return (
    <Card
      title={texts.cards.changes}
      route={route}
      query={query}
      problem={problem}
      numbers={[
        { figure: "successRate", text: percentText(row?.successRate), href: list("done") },
        ...outcomes.map(([figure, number]) => ({ figure, text: String(number), href: list(figure) })),
        {
          figure: "open",
          text: String(row?.backlog ?? 0),
          href: listOf("changes", "open", { team: scope.team }),
        },
      ]}
    >
      <Ring
        label={texts.cards.changes}
        statusType={isLoading ? "loading" : "finished"}
        data={outcomes
          .filter(([, number]) => number > 0)
          .map(([figure, number]) => ({ title: texts.figures[figure] ?? figure, value: number }))}
        innerMetricValue={String(row?.done ?? 0)}
        innerMetricDescription={texts.figures.done ?? ""}
      />
    </Card>
  );
};
