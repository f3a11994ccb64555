import type { ApiProblem } from "../../api/problem.ts";
import { Card } from "./card.tsx";
import { sumOf } from "./numbers.ts";
import { PeriodLines } from "./period-lines.tsx";
import { daysOf, listOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

type Days = { readonly from: string; readonly to: string };
type Row = Days & { readonly opened: number; readonly resolved: number; readonly backlog: number };

type Props<R extends Row> = {
  readonly title: string;
  readonly report: "incidents" | "problems";
  readonly scope: Scope;
  readonly query: object;
  readonly read: {
    readonly value: { readonly items: readonly R[] } | undefined;
    readonly problem: ApiProblem | undefined;
    readonly isLoading: boolean;
  };
  /** What is worth a number of its own beside what came and went. */
  readonly besides: { readonly figure: string; readonly number: (row: R) => number };
  /** What is left over is called so. */
  readonly left: "backlog" | "open";
};

/** What came in and what was done, and what that left over. */
export const InAndOutCard = <R extends Row>({
  title,
  report,
  scope,
  query,
  read,
  besides,
  left,
}: Props<R>) => {
  const rows = read.value?.items ?? [];
  const list = (figure: string, { from, to }: Days) =>
    listOf(report, figure, { team: scope.team, ...(figure === "open" ? {} : { from, to }) });
  const whole = daysOf(scope);
  const total = (figure: string, number: (row: R) => number) => ({
    figure,
    text: String(sumOf(rows, number)),
    href: list(figure, whole),
  });
  const line = (figure: "opened" | "resolved" | "backlog", behind: string) => ({
    title: texts.figures[figure] ?? "",
    number: (row: R) => row[figure],
    // What is open is a list of now: the backlog of an earlier day is another one.
    list: (row: R) => (behind === "open" && row !== rows.at(-1) ? undefined : list(behind, row)),
  });
  return (
    <Card
      title={title}
      route={`GET /reports/${report}`}
      query={query}
      problem={read.problem}
      numbers={[
        total("opened", ({ opened }) => opened),
        total("resolved", ({ resolved }) => resolved),
        total(besides.figure, besides.number),
        { figure: left, text: String(rows.at(-1)?.backlog ?? 0), href: list("open", whole) },
      ]}
    >
      <PeriodLines<R>
        label={title}
        rows={rows}
        yTitle={texts.count}
        isLoading={read.isLoading}
        lines={[line("opened", "opened"), line("resolved", "resolved"), line("backlog", "open")]}
      />
    </Card>
  );
};
