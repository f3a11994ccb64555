import fc from "fast-check";
import { type CalendarEntry, icalOf } from "../../../shared/time/ical.ts";

const entry: CalendarEntry = {
  uid: "CHG0000001@steward",
  from: "2027-01-09T20:00:00.000Z",
  to: "2027-01-09T22:00:00.000Z",
  summary: "New certificate",
  status: "CONFIRMED",
  updatedAt: "2027-01-04T08:00:00.123Z",
  sequence: 7,
};

const unfolded = (text: string): readonly string[] => text.replaceAll("\r\n ", "").split("\r\n");

describe("a calendar as iCalendar", () => {
  test("has one entry with its times in UTC, when it was said, and which version it is", () => {
    const lines = unfolded(icalOf("Changes", [entry], 60));
    expect(lines).toEqual(
      expect.arrayContaining([
        "BEGIN:VCALENDAR",
        "UID:CHG0000001@steward",
        "DTSTAMP:20270104T080000Z",
        "DTSTART:20270109T200000Z",
        "DTEND:20270109T220000Z",
        "SEQUENCE:7",
        "STATUS:CONFIRMED",
        "END:VEVENT",
      ]),
    );
    expect(lines.at(-2)).toBe("END:VCALENDAR");
  });

  test("says any text as it is, in lines of at most 75 octets that begin no other property", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (summary) => {
        const text = icalOf("Changes", [{ ...entry, summary }], 60);
        const lines = text.split("\r\n");
        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
        const said = unfolded(text).filter((line) => line.startsWith("SUMMARY:"));
        expect(said).toHaveLength(1);
        const value = said[0]
          ?.slice("SUMMARY:".length)
          .replaceAll(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));
        expect(value).toBe(summary.replaceAll(/\r\n|\r/g, "\n").replaceAll(/(?!\n)\p{Cc}/gu, ""));
      }),
    );
  });

  test("keeps what looks like another property within the text", () => {
    const text = icalOf("Changes", [{ ...entry, summary: "a\r\nATTENDEE:mailto:x@example.com" }], 60);
    expect(unfolded(text).some((line) => line.startsWith("ATTENDEE"))).toBe(false);
  });
});
