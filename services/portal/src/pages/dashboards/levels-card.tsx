import { useRead } from "../../api/use-read.ts";
import { Card } from "./card.tsx";
import { percentText, sumOf } from "./numbers.ts";
import { PeriodLines } from "./period-lines.tsx";
import { daysOf, listOf, queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const route = "GET /reports/service-levels";

/** How many promises were kept. */
export const LevelsCard = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope, true);
  const { value, problem, isLoading } = useRead(route, { query });
  const rows = value?.items ?? [];
  const [kept, broken] = [sumOf(rows, (row) => row.kept), sumOf(rows, (row) => row.broken)];
  const list = (figure: string, { from, to }: { readonly from: string; readonly to: string }) =>
    listOf("service-levels", figure, { team: scope.team, from, to });
  const whole = daysOf(scope);
  const share = kept + broken === 0 ? undefined : kept / (kept + broken);
  return (
    <Card
      title={texts.cards.levels}
      route={route}
      query={query}
      problem={problem}
      numbers={[
        { figure: "attainment", text: percentText(share), href: list("broken", whole) },
        { figure: "kept", text: String(kept), href: list("kept", whole) },
        { figure: "broken", text: String(broken), href: list("broken", whole) },
      ]}
    >
      <PeriodLines
        label={texts.cards.levels}
        rows={rows}
        yTitle={texts.percent}
        isLoading={isLoading}
        lines={[
          {
            title: texts.figures.attainment ?? "",
            number: ({ attainment }) => attainment,
            text: percentText,
            list: (row) => list("broken", row),
          },
        ]}
      />
    </Card>
  );
};
