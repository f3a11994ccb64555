import Table from "@cloudscape-design/components/table";
import { useRead } from "../../api/use-read.ts";
import { Bars } from "../../parts/charts.tsx";
import { Card } from "./card.tsx";
import { NumberLink } from "./number-link.tsx";
import { sumOf } from "./numbers.ts";
import { listOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const levels = ["1", "2", "3", "4", "5"] as const;
const ages = ["0", "1-2", "3-6", "7-29", "30-89", "90+"] as const;
const route = "GET /reports/incidents/open-work";

/** What is open now: by priority, and how long it has been. */
export const OpenCard = ({ scope: { team } }: { readonly scope: Scope }) => {
  const query = team === undefined ? {} : { team };
  const { value, problem, isLoading } = useRead(route, { query });
  const rows = value?.items ?? [];
  const cell = (level: string, age: string) => rows.find((row) => row.level === level && row.age === age);
  const list = (figure: string, more: Readonly<Record<string, string | undefined>>) =>
    listOf("incidents", figure, { team, ...more });
  const what = (level: string, age: string) =>
    `${texts.figures.open}, ${texts.priorities[level]}, ${texts.age} ${texts.ages[age]}`;
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
          data: ages.map((age) => ({ x: texts.ages[age] ?? age, y: cell(level, age)?.open ?? 0 })),
        }))}
      />
      <Table
        variant="embedded"
        contentDensity="compact"
        ariaLabels={{ tableLabel: texts.cards.open }}
        items={[...levels]}
        trackBy={(level) => level}
        columnDefinitions={[
          {
            id: "level",
            header: texts.level,
            cell: (level: string) => texts.priorities[level],
            isRowHeader: true,
          },
          ...ages.map((age) => ({
            id: age,
            header: texts.ages[age],
            cell: (level: string) => {
              const { open = 0, openedFrom, openedTo } = cell(level, age) ?? {};
              if (open === 0) return "0";
              const href = list("open", { priority: level, from: openedFrom, to: openedTo });
              return <NumberLink text={String(open)} what={what(level, age)} href={href} />;
            },
          })),
        ]}
      />
    </Card>
  );
};
