import { chunk, timeZone } from "../../../shared/time/time-zone.ts";
import {
  addWorkingTime,
  lastOpen,
  nextOpening,
  workingTimeBetween,
} from "../../../shared/time/working-time.ts";
import { at, everyDay, hour, text } from "./support/calendars.ts";

test.each([
  [
    "Africa/Cairo",
    "summer time interrupted for a month",
    "2010-08-20T00:00Z",
    "2010-09-20T00:00Z",
    "2010-08-01T00:00Z",
  ],
  ["America/Recife", "summer time for a week", "2000-10-12T00:00Z", "2000-10-20T00:00Z", "2000-10-01T00:00Z"],
])("%s: %s is not overlooked", (zone, _, during, after, before) => {
  const { offsetAt } = timeZone(zone);
  const [inside, outside] = [offsetAt(at(during)), [offsetAt(at(before)), offsetAt(at(after))]];
  expect(outside).not.toContain(inside);
});

test("an instant is read to the second, as it was before zones were whole hours", () => {
  const { offsetAt } = timeZone("Africa/Monrovia");
  expect(offsetAt(at("1972-01-07T00:44:29.999Z"))).toBe(-(44 * 60 + 30) * 1000);
  expect(offsetAt(at("1972-01-07T00:44:30Z"))).toBe(0);
});

test.each([
  ["an ordinary time", "Europe/Paris", "2026-07-01T12:00Z", "2026-07-01T10:00Z"],
  ["left out: the moment after the leap", "Europe/Paris", "2026-03-29T02:30Z", "2026-03-29T01:00Z"],
  ["repeated: the first", "Europe/Paris", "2026-10-25T02:30Z", "2026-10-25T00:30Z"],
  ["a midnight left out", "Asia/Beirut", "2026-03-29T00:00Z", "2026-03-28T22:00Z"],
  ["a day left out", "Pacific/Apia", "2011-12-30T12:00Z", "2011-12-30T10:00Z"],
  ["east of the date line", "Pacific/Kiritimati", "2026-01-01T00:00Z", "2025-12-31T10:00Z"],
])("the instant of a time on the wall: %s", (_, zone, wall, instant) => {
  expect(text(timeZone(zone).instantOf(at(wall)))).toBe(instant);
});

test("beyond the years that have four digits the offset stays; nothing fails", () => {
  const { offsetAt } = timeZone("Europe/Paris");
  expect(offsetAt(Date.UTC(20_000, 6, 1))).toBe(hour);
  expect(offsetAt(-1e14)).toBe(offsetAt(-2e14));
});

test("names in another case are the same zone; unknown ones are refused", () => {
  expect(timeZone("europe/paris")).toBe(timeZone("Europe/Paris"));
  expect(() => timeZone("Europe/Atlantis")).toThrow(RangeError);
});

test("where one stretch of what is computed at once ends, nothing shows: closing, opening and open time", () => {
  const edge = Math.floor(at("2026-11-01T00:00Z") / chunk) * chunk;
  const evenings = everyDay("UTC", [["12:00", "24:00"]]);
  expect(addWorkingTime(evenings, edge, 0)).toBe(edge);
  expect(addWorkingTime(evenings, edge - hour, hour)).toBe(edge);
  expect(lastOpen(evenings, edge)).toBe(edge);
  expect(nextOpening(evenings, edge)).toBe(edge + 12 * hour);
  const mornings = everyDay("UTC", [["00:00", "12:00"]]);
  expect(addWorkingTime(mornings, edge + hour, -hour)).toBe(edge);
  expect(lastOpen(mornings, edge)).toBe(edge - 12 * hour);
  expect(nextOpening(mornings, edge)).toBe(edge);
  expect(workingTimeBetween(mornings, edge, edge + 2 * chunk)).toBe(56 * 12 * hour);
});
