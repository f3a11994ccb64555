import { lengthText } from "../../parts/times.ts";

/** 97.4 %; a dash where there is nothing to have a share of. */
export const percentText = (share: number | undefined): string =>
  share === undefined ? "–" : `${(share * 100).toFixed(1)} %`;

/** Minutes as people read them. */
export const minutesText = (minutes: number | undefined): string =>
  minutes === undefined ? "–" : lengthText(minutes * 60_000);

/** Sum of one number of some rows. */
export const sumOf = <Row>(rows: readonly Row[], number: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + number(row), 0);
