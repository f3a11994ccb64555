/** Units, in milliseconds. */
export const second = 1000;
export const day = 86_400 * second;
/**
 * What is computed at once and kept: 28 days counted from 1970, in UTC. Short enough that a question about one
 * week costs little, long enough that ten years are 131 of them.
 */
export const chunk = 28 * day;

/** A stretch of time (`until` excluded) during which the zone's clocks are `offset` ms ahead of UTC. */
export type Piece = { readonly from: number; readonly until: number; readonly offset: number };

export type TimeZone = {
  readonly name: string;
  /** What to add to an instant to read the clock on the wall, in ms; to the second, as history had it. */
  readonly offsetAt: (instant: number) => number;
  /** The stretches of equal offset that fill chunk number `index`, in order. */
  readonly pieces: (index: number) => readonly Piece[];
  /**
   * The first instant at which the wall shows `wall` (ms since 1970 read as if it were UTC) or later: a time
   * that the night leaves out is the moment after the leap, one that comes twice is the first.
   */
  readonly instantOf: (wall: number) => number;
};

/** Four-digit years; `Date.UTC` reads shorter ones as 19xx. Beyond, the offset stays as it is at the edge. */
const earliest = Date.UTC(100, 0, 2);
const latest = Date.UTC(9999, 11, 30);
/** The shortest stay of an offset since 1900 was 3.99 days (Freetown 1939), since 1970 6.92 (Cambridge Bay 2000). */
const step = 3.5 * day;
/** More than any zone has ever been away from UTC, including the day that crossing the date line costs. */
const farthest = 2 * day;
/** Chunks kept per zone or calendar before all are dropped: about 150 years. */
export const mostChunks = 2000;

const offsetReader = (name: string): ((instant: number) => number) => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  if (format.resolvedOptions().timeZone === "UTC") return () => 0;
  return (instant) => {
    const inRange = Math.min(Math.max(Math.floor(instant / second) * second, earliest), latest);
    const [month = 0, date = 0, year = 0, hour = 0, minute = 0, seconds = 0] = format
      .format(inRange)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, date, hour, minute, seconds) - inRange;
  };
};

type Read = (instant: number) => number;

/** Where the offset changes between two instants, found by halving; both are whole seconds. */
const changes = (
  read: Read,
  from: number,
  until: number,
  before: number,
  after: number,
): readonly Piece[] => {
  if (before === after) return [];
  if (until - from <= second) return [{ from: until, until, offset: after }];
  const middle = from + Math.floor((until - from) / 2 / second) * second;
  const between = read(middle);
  return [...changes(read, from, middle, before, between), ...changes(read, middle, until, between, after)];
};

const piecesOf = (read: Read, index: number): readonly Piece[] => {
  const [start, end] = [index * chunk, (index + 1) * chunk];
  const starts: { from: number; offset: number }[] = [{ from: start, offset: read(start) }];
  let before = starts[0]?.offset ?? 0;
  for (let from = start; from < end; from += step) {
    const after = read(from + step);
    starts.push(...changes(read, from, from + step, before, after));
    before = after;
  }
  return starts
    .filter(({ from }) => from < end)
    .map(({ from, offset }, at, all) => ({ from, until: all[at + 1]?.from ?? end, offset }));
};

/** Remembers what was computed per chunk; drops everything when a question from afar has filled it. */
export const perChunk = <T>(compute: (index: number) => T): ((index: number) => T) => {
  const kept = new Map<number, T>();
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    if (kept.size >= mostChunks) kept.clear();
    const computed = compute(index);
    kept.set(index, computed);
    return computed;
  };
};

const open = (name: string): TimeZone => {
  const read = offsetReader(name);
  const pieces = perChunk((index) => piecesOf(read, index));
  const offsetAt = (instant: number): number => {
    const all = pieces(Math.floor(instant / chunk));
    for (const piece of all) if (instant < piece.until) return piece.offset;
    return all.at(-1)?.offset ?? 0;
  };
  const instantOf = (wall: number): number => {
    for (let index = Math.floor((wall - farthest) / chunk); ; index += 1)
      for (const { from, until, offset } of pieces(index))
        if (wall < until + offset) return Math.max(from, wall - offset);
  };
  return { name, offsetAt, pieces, instantOf };
};

const zones = new Map<string, TimeZone>();

/** The zone of an IANA name, with what was already learnt about it. An unknown name is a RangeError. */
export const timeZone = (name: string): TimeZone => {
  // Names differ by more than case, so there are never more of them than the database knows.
  const known = zones.get(name.toLowerCase());
  if (known) return known;
  const zone = open(name);
  zones.set(name.toLowerCase(), zone);
  return zone;
};
