import BarChart, { type BarChartProps } from "@cloudscape-design/components/bar-chart";
import LineChart, { type LineChartProps } from "@cloudscape-design/components/line-chart";
import PieChart, { type PieChartProps } from "@cloudscape-design/components/pie-chart";
import { partTexts } from "../texts/parts.ts";

const texts = partTexts.chart;

const common = {
  statusType: "finished" as const,
  empty: texts.empty,
  errorText: texts.error,
  loadingText: texts.loading,
  recoveryText: texts.retry,
  hideFilter: true,
  i18nStrings: {
    filterLabel: texts.filter,
    filterPlaceholder: texts.filter,
    filterSelectedAriaLabel: texts.selected,
    legendAriaLabel: texts.legend,
    detailPopoverDismissAriaLabel: texts.dismiss,
    chartAriaRoleDescription: "chart",
    xAxisAriaRoleDescription: "x axis",
    yAxisAriaRoleDescription: "y axis",
  },
};

/** Pixels, unless a page says otherwise. */
const usualHeight = 220;

/** Bars; `label` says to screen readers what they show. Categories on the x axis unless the page says otherwise. */
export const Bars = <T extends string | number | Date = string>({
  label,
  ...props
}: BarChartProps<T> & { readonly label: string }) => (
  <BarChart<T> {...common} height={usualHeight} ariaLabel={label} {...props} />
);

/** Lines over time. */
export const Lines = <T extends string | number | Date = Date>({
  label,
  ...props
}: LineChartProps<T> & { readonly label: string }) => (
  <LineChart<T> {...common} height={usualHeight} ariaLabel={label} {...props} />
);

/** Parts of a whole. */
export const Ring = ({ label, ...props }: PieChartProps & { readonly label: string }) => (
  <PieChart {...common} variant="donut" size="small" ariaLabel={label} {...props} />
);
