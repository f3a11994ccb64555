/** One entry of a calendar. Times are ISO 8601 UTC; `updatedAt` is when this was last said of it. */
export type CalendarEntry = {
  /** Unique for good, so that programs know it again. */
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  readonly categories?: readonly string[];
  readonly url?: string | undefined;
  readonly updatedAt: string;
  /** Grows with every change of it. */
  readonly sequence: number;
  /** It does not make anybody busy. */
  readonly transparent?: boolean;
};

/** TEXT of RFC 5545: what separates values is escaped, and no control character is left. */
const text = (value: string): string =>
  value
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/[\p{Cc}]/gu, "");

const instant = (at: string): string => `${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;

/** Lines of at most 75 octets, the further ones begin with a space; no character is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
};

const entryOf = (entry: CalendarEntry): readonly string[] => {
  const { uid, from, to, summary, description, status, categories = [], url, updatedAt, sequence } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${text(uid)}`,
    `DTSTAMP:${instant(updatedAt)}`,
    `LAST-MODIFIED:${instant(updatedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${instant(from)}`,
    `DTEND:${instant(to)}`,
    `SUMMARY:${text(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${text(description)}`]),
    `STATUS:${status}`,
    `TRANSP:${entry.transparent ? "TRANSPARENT" : "OPAQUE"}`,
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(text).join(",")}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    "END:VEVENT",
  ];
};

/**
 * A calendar as programs subscribe to it: iCalendar (RFC 5545, with the name of RFC 7986). `minutes`: how often
 * they are asked to look again.
 */
export const icalOf = (name: string, entries: readonly CalendarEntry[], minutes: number): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Steward//Calendar//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${minutes}M`,
    `X-PUBLISHED-TTL:PT${minutes}M`,
    ...entries.flatMap(entryOf),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
