import type { Life } from "../life.ts";
import { timeOf } from "../log.ts";
import type { Entry, Evidence } from "../observe.ts";
import { type Check, check, explain } from "./check.ts";

const minute = 60_000;
/** The system sweeps every five minutes, and the log's times are cut to the minute. */
const latest = 6 * minute;
/** The desk's own job ran once an hour and now and then missed a run. */
const earliest = 125 * minute;

/** When the desk's job, having left out incidents for a long time, closed them all at once. */
const catchUps = [
  {
    from: "24/3/2016 18:40",
    to: "24/3/2016 19:02",
    what: "closed by the desk's catch-up run of 24 March 2016 (its job had passed over most incidents due since 12 March)",
  },
  {
    from: "23/5/2016 11:07",
    to: "23/5/2016 11:07",
    what: "closed by the desk's catch-up run of 23 May 2016",
  },
] as const;

const isClosing = ({ type, actor }: Entry): boolean =>
  type === "IncidentClosed" && actor === "service:incident";

type Closing = { readonly number: string; readonly logged: number; readonly found: number | undefined };
type Compared = { readonly closings: readonly Closing[]; readonly extra: readonly string[] };

/** Pairs the rows that the system had to close by itself with its own closings, the last with the last. */
const compare = ({ logged, made }: Life, history: readonly Entry[]): Compared => {
  const own = history.filter(isClosing).map(({ at }) => at);
  const lines = new Set(made.filter(({ version }) => version === undefined).map(({ line }) => line));
  const rows = logged.steps.filter(({ line }) => lines.has(line)).toReversed();
  const closings = rows.map(({ at }) => {
    const last = own.at(-1);
    const found = last !== undefined && last <= at + latest + minute ? own.pop() : undefined;
    return { number: logged.number, logged: at, found };
  });
  return { closings, extra: own.map((at) => `${logged.number} ${new Date(at).toISOString()}`) };
};

const late = ({ number, logged, found = 0 }: Closing): string =>
  `${number}: closed ${((logged - found) / 86_400_000).toFixed(1)} days before the log does`;

/** 4. What the log shows as closed about five days after resolution, the system closed by itself. */
export const autoClose = ({ replayed: { lives }, histories }: Evidence): Check => {
  const compared = lives.map((life) => compare(life, histories.get(life.record?.id ?? "") ?? []));
  const closings = compared.flatMap((each) => each.closings);
  const extra = compared.flatMap((each) => each.extra);
  const open = closings.filter(({ found }) => found === undefined);
  const early = closings.filter(({ found, logged }) => found !== undefined && logged - found > earliest);
  const caughtUp = catchUps.map(({ from, to, what }) => {
    const [first = 0, last = 0] = [timeOf(from), timeOf(to)];
    return { what, closings: early.filter(({ logged }) => logged >= first && logged <= last) };
  });
  const single = early.filter((each) => !caughtUp.some((run) => run.closings.includes(each)));
  const sent = lives
    .flatMap(({ made }) => made)
    .filter((m) => m.entry === "IncidentClosed" && m.version !== undefined);
  return check(
    "auto-close closes what the log shows as closed about five days after resolution",
    {
      "closed by itself": closings.length - open.length,
      "within the desk's next hourly runs": closings.length - open.length - early.length,
      "closed by a person before, sent": sent.length,
    },
    open.map(
      ({ number, logged }) => `${number}: not closed by itself until ${new Date(logged).toISOString()}`,
    ),
    [
      ...caughtUp.map((run) => explain(run.what, run.closings.map(late))),
      explain("left out by the desk's job and closed later, one at a time", single.map(late), single.length),
      explain(
        "closed by the rule while the desk's job had left it out; the log then shows more work on it, so it was reopened or closed again",
        extra,
        extra.length,
      ),
    ],
  );
};
