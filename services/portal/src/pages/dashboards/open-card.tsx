import { useRead } from "../../api/use-read.ts";
import { Bars } from "../../parts/charts.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { Card } from "./card.tsx";
import { sumOf } from "./numbers.ts";
import type { OpenTableProps } from "./open-table.tsx";
import { ages, cellOf, levels } from "./open-work.ts";
import { listOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

// The picture comes first: a table is as much code as all charts together.
const OpenTable = lazily<OpenTableProps>(async () => (await import("./open-table.tsx")).OpenTable);

const route = "GET /reports/incidents/open-work";

/** What is open now: by priority, and how long it has been. */
export const OpenCard = ({ scope: { team } }: { readonly scope: Scope }) => {
  const query = team === undefined ? {} : { team };
  const { value, problem, isLoading } = useRead(route, { query });
  const rows = value?.items ?? [];
  const list = (figure: string, more: Readonly<Record<string, string | undefined>>) =>
    listOf("incidents", figure, { team, ...more });
  return (
    <Card
      title={texts.cards.open}
      route={route}
      query={query}
      problem={problem}
      numbers={[
        { figure: "open", text: String(sumOf(rows, ({ open }) => open)), href: list("open", {}) },
        { figure: "overdue", text: String(sumOf(rows, ({ overdue }) => overdue)), href: list("overdue", {}) },
      ]}
    >
      <Bars<string>
        label={texts.cards.open}
        stackedBars
        xScaleType="categorical"
        xTitle={texts.age}
        yTitle={texts.count}
        xDomain={ages.map((age) => texts.ages[age] ?? age)}
        statusType={isLoading ? "loading" : "finished"}
        series={levels.map((level) => ({
          type: "bar",
          title: texts.priorities[level] ?? level,
          data: ages.map((age) => ({ x: texts.ages[age] ?? age, y: cellOf(rows, level, age)?.open ?? 0 })),
        }))}
      />
      <OpenTable rows={rows} team={team} />
    </Card>
  );
};
