import type * as z from "zod";
import type { KindName } from "./kinds/all-kinds.ts";

/** What was added up of some days, by figure. */
export type Amounts = Readonly<Record<string, number>>;

/** What is counted, and how exactly: a figure is worth as much as its definition. */
export type Definition = {
  readonly figure: string;
  readonly title: string;
  /** What is counted, when, and what is left out. */
  readonly definition: string;
  /** Whose definition it is. */
  readonly source: string;
};

/** Requests are seen by those who have to do with them, so their figures are for who sees all of them. */
export type ReportPermission = "reporting:read" | "reporting:read_requests";

/** A report as data: its endpoint, its table, and which lists are behind its numbers are read from it. */
export type Report<F extends z.ZodRawShape = z.ZodRawShape> = {
  /** Last part of its path, such as `incidents`. */
  readonly name: string;
  /** What its operations are named after, such as `Incident`. */
  readonly subject: string;
  readonly summary: string;
  /** Who may read it; whoever may reads every record behind it. `reporting:read` unless given. */
  readonly permission?: ReportPermission;
  /** The figures that records count in, and which kind of records; the first is listed unless another is asked for. */
  readonly figures: Readonly<Record<string, KindName>>;
  /** The breakdown that goes with every other one, and its values in their order. */
  readonly level: { readonly name: string; readonly values: readonly [string, ...string[]] } | undefined;
  /** The other breakdowns; one at a time. */
  readonly dimensions: readonly string[];
  /** Further breakdowns of what is open now, and of nothing else: who has how much work, not who did how much. */
  readonly openDimensions?: readonly string[] | undefined;
  /** What is there now, and what adds to it and takes from it: gives the backlog at the end of any day. */
  readonly stock?:
    | { readonly figure: string; readonly more: string; readonly less: readonly string[] }
    | undefined;
  /** The numbers of a row. */
  readonly row: F;
  readonly numbers: (amounts: Amounts, backlog: number) => z.input<z.ZodObject<F>>;
  readonly definitions: readonly Definition[];
};

export const report = <F extends z.ZodRawShape>(declared: Report<F>): Report => declared as unknown as Report;

/** A share between 0 and 1 with four digits; absent where there is nothing to have a share of. */
export const share = (part: number, total: number): number | undefined =>
  total > 0 ? Math.round((part / total) * 10_000) / 10_000 : undefined;

/** Kinds of records that a report adds up. */
export const kindsOf = ({ figures }: Pick<Report, "figures">): readonly KindName[] => [
  ...new Set(Object.values(figures)),
];

/** The permission that a report and the lists behind it need. */
export const permissionOf = ({
  permission = "reporting:read",
}: Pick<Report, "permission">): ReportPermission => permission;
