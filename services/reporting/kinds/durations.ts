const minute = 60_000;
/** Neighbouring classes differ by a tenth, so a percentile read from them is right to about 5 %. */
const step = Math.log(1.1);

/** Whole minutes from one instant to another (ISO 8601), never below zero: clocks of machines differ. */
export const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / minute));

const classOf = (minutes: number): number => Math.round(Math.log(Math.max(1, minutes)) / step);
const minutesOf = (number: number): number => Math.round(Math.exp(number * step));

const className = /^h(\d+)$/;

/** What a duration adds up to: minutes for the mean, and its class for percentiles. */
export const durationSums = (from: string, to: string): Readonly<Record<string, number>> => {
  const minutes = minutesBetween(from, to);
  return { minutes, [`h${classOf(minutes)}`]: 1 };
};

/** Mean exactly, median and 90th percentile by classes; absent where nothing was measured. In minutes. */
export type DurationFigures = {
  readonly mean?: number;
  readonly median?: number;
  readonly percentile90?: number;
};

/** The duration figures of what was added up; `prefix` names the figure that the sums belong to. */
export const durationFigures = (
  amounts: Readonly<Record<string, number>>,
  figure: string,
): DurationFigures => {
  const count = amounts[figure] ?? 0;
  if (count <= 0) return {};
  const classes = Object.entries(amounts)
    .flatMap(([name, amount]) => {
      const number = name.startsWith(`${figure}.`)
        ? className.exec(name.slice(figure.length + 1))?.[1]
        : undefined;
      return number === undefined || amount <= 0 ? [] : [{ number: Number(number), amount }];
    })
    .toSorted((a, b) => a.number - b.number);
  const percentile = (share: number): number => {
    let seen = 0;
    const at = classes.find(({ amount }) => {
      seen += amount;
      return seen >= share * count;
    });
    return minutesOf(at?.number ?? 0);
  };
  const mean = Math.round((amounts[`${figure}.minutes`] ?? 0) / count);
  return { mean, median: percentile(0.5), percentile90: percentile(0.9) };
};
