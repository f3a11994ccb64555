import type { LineChartProps } from "@cloudscape-design/components/line-chart";
import { Lines } from "../../parts/charts.tsx";
import { dayOf, dayText, startOfDay } from "../../parts/times.ts";
import { NumberLink } from "./number-link.tsx";
import { dashboardTexts as texts } from "./texts.ts";

type Period = { readonly from: string; readonly to: string };

/** A line over the periods; `list` is the address of what is behind one of its numbers, where there is one. */
export type PeriodLine<Row extends Period> = {
  readonly title: string;
  readonly number: (row: Row) => number | undefined;
  readonly list: (row: Row) => string | undefined;
  readonly text?: (number: number) => string;
};

type Props<Row extends Period> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly lines: readonly PeriodLine<Row>[];
  readonly yTitle: string;
  readonly isLoading: boolean;
};

const plain = (number: number): string => String(number);

/** Numbers over time; pointing at a period names them, and each opens its list. */
export const PeriodLines = <Row extends Period>({ label, rows, lines, yTitle, isLoading }: Props<Row>) => {
  const series = lines.map(({ title, number, text = plain }): LineChartProps<Date>["series"][number] => ({
    type: "line",
    title,
    valueFormatter: text,
    // A day of the report is that day wherever it is read: the axis has it in the person's zone.
    data: rows.flatMap((row) => {
      const y = number(row);
      return y === undefined ? [] : [{ x: new Date(startOfDay(row.from) ?? row.from), y }];
    }),
  }));
  const rowAt = (x: Date): Row | undefined => rows.find(({ from }) => from === dayOf(x));
  return (
    <Lines<Date>
      label={label}
      series={series}
      xScaleType="time"
      xTitle={texts.from}
      yTitle={yTitle}
      statusType={isLoading ? "loading" : "finished"}
      xTickFormatter={(x) => dayText(x.toISOString())}
      yTickFormatter={lines[0]?.text ?? plain}
      detailPopoverSeriesContent={({ series: { title }, x, y }) => {
        const line = lines.find((each) => each.title === title);
        const row = rowAt(x);
        const text = (line?.text ?? plain)(y);
        const href = row && line?.list(row);
        const value = href === undefined ? text : <NumberLink text={text} what={title} href={href} />;
        return { key: title, value };
      }}
    />
  );
};
