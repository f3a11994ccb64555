import { redrivePath, renderStatus, type StatusSnapshot } from "../../../infra/local/status-page.ts";
import { referenceData } from "./support/reference-data.ts";

const snapshot = (changes: Partial<StatusSnapshot> = {}): StatusSnapshot => ({
  clock: { nowMs: Date.parse("2030-01-02T03:04:05Z"), offsetMs: 0 },
  functions: [],
  queues: [],
  alarms: [],
  streams: [],
  schedules: [],
  events: [],
  links: [],
  ...changes,
});
const queue = {
  arn: "arn:q",
  name: "things",
  visible: 0,
  inFlight: 0,
  delayed: 0,
  oldestAgeMs: 0,
  isDeadLetter: false,
};
const worker = { service: "b", containers: 1, busy: 0, waiting: 0, invocations: 5, errors: 0 };

/** Cells of the table under a heading, row by row, without markup. */
const rowsOf = (shown: string, heading: string): string[][] => {
  const [, after = ""] = shown.split(`<h2>${heading}</h2>`);
  const body = /^<table>.*?<tbody>(.*?)<\/tbody>/s.exec(after)?.[1] ?? "";
  return body
    .split("</tr>")
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell.replaceAll(/<[^>]+>/g, "")),
    );
};

const naughty = referenceData<readonly string[]>("strings/naughty-strings.json") ?? [];
const hostile = [
  "<script>alert(1)</script>",
  `"><img src=x onerror='alert(1)'>`,
  "javascript:alert(1)",
  ...naughty,
];
/** The page with a text in every place that takes one. */
const filledWith = (text: string): string =>
  renderStatus(
    snapshot({
      functions: [{ ...worker, service: text, name: text }],
      queues: [
        { ...queue, name: text, arn: text, visible: 1, isDeadLetter: true },
        { ...queue, name: text },
      ],
      streams: [{ table: text, functionName: text, behind: 1 }],
      schedules: [{ name: text, expression: text, timeZone: text, nextMs: undefined }],
      events: [{ time: text, bus: text, source: text, type: text, id: text, targets: 1 }],
    }),
  );

describe("the status page", () => {
  it("shows every text as text: none adds markup, leaves an attribute or runs", () => {
    const markup = (page: string): string => page.replaceAll(/[^<>"']/g, "");
    const plain = markup(filledWith("plain"));
    expect(hostile.filter((text) => markup(filledWith(text)) !== plain)).toEqual([]);
    expect(filledWith("<b>")).toContain("<td>&lt;b&gt;</td>");
  });

  it("is one accessible page without script", () => {
    const shown = renderStatus(snapshot({ functions: [{ ...worker, name: "api" }] }));
    expect(shown).toMatch(/^<!doctype html>\n<html lang="en"><head><meta charset="utf-8">/);
    expect(shown).toContain("<title>Local cloud</title>");
    expect(shown).toContain('<th scope="col">Service</th>');
    expect(shown).not.toContain("<script");
  });

  it("says None where there is nothing", () => {
    expect(renderStatus(snapshot()).match(/<p>None\.<\/p>/g)).toHaveLength(7);
  });

  it("shows functions ordered by service and name, and marks errors", () => {
    const functions = [
      { ...worker, name: "timer" },
      { ...worker, name: "api", errors: 2 },
      { ...worker, name: "api", service: "a" },
    ];
    const shown = renderStatus(snapshot({ functions }));
    expect(
      rowsOf(shown, "Functions").map(([service, name, ...rest]) => [service, name, rest.at(-1)]),
    ).toEqual([
      ["a", "api", "0"],
      ["b", "api", "2"],
      ["b", "timer", "0"],
    ]);
    expect(shown).toContain('<span class="problem">2</span>');
  });

  it("offers to redrive dead letters only where there are some", () => {
    const queues = [
      { ...queue, visible: 4, oldestAgeMs: 7_300_000 },
      { ...queue, arn: "arn:dead", name: "things-dead", visible: 3, isDeadLetter: true },
      { ...queue, arn: "arn:other", name: "others-dead", isDeadLetter: true },
    ];
    const shown = renderStatus(snapshot({ queues }));
    expect(rowsOf(shown, "Queues")).toEqual([["things", "4", "0", "0", "2 h"]]);
    expect(rowsOf(shown, "Dead letters").map(([name, visible]) => [name, visible])).toEqual([
      ["things-dead", "3"],
      ["others-dead", "0"],
    ]);
    expect(shown.match(/<form/g)).toHaveLength(1);
    expect(shown).toContain(
      `<form method="post" action="${redrivePath}"><input type="hidden" name="arn" value="arn:dead">`,
    );
  });

  it("shows streams, schedules and events", () => {
    const shown = renderStatus(
      snapshot({
        streams: [{ table: "things", functionName: "publisher", behind: 12 }],
        schedules: [
          {
            name: "sweep",
            expression: "rate(5 minutes)",
            timeZone: "UTC",
            nextMs: Date.parse("2030-01-02T03:05:00Z"),
          },
          {
            name: "once",
            expression: "at(2020-01-01T00:00:00)",
            timeZone: "Europe/Berlin",
            nextMs: undefined,
          },
        ],
        events: [
          {
            time: "2030-01-02T03:04:00Z",
            bus: "main",
            source: "things",
            type: "ThingMade.v1",
            id: "e-1",
            targets: 2,
          },
        ],
      }),
    );
    expect(rowsOf(shown, "Streams")).toEqual([["things", "publisher", "12"]]);
    expect(rowsOf(shown, "Schedules")).toEqual([
      ["sweep", "rate(5 minutes)", "2030-01-02 03:05:00"],
      ["once", "at(2020-01-01T00:00:00) Europe/Berlin", "never"],
    ]);
    expect(rowsOf(shown, "Recent events")).toEqual([
      ["2030-01-02T03:04:00Z", "main", "things", "ThingMade.v1", "e-1", "2"],
    ]);
  });

  it.each([
    [0, "real time"],
    [400, "real time"],
    [3 * 86_400_000, "3 d ahead of real time"],
    [-90_000, "1 min behind real time"],
  ])("tells how far the clock is from real time: %i ms", (offsetMs, text) => {
    const shown = renderStatus(snapshot({ clock: { nowMs: Date.parse("2030-01-02T03:04:05Z"), offsetMs } }));
    expect(shown).toContain(`Clock: 2030-01-02 03:04:05 UTC, ${text}.`);
  });

  it("shows markup in names as text", () => {
    const shown = renderStatus(
      snapshot({
        functions: [{ ...worker, name: "<script>alert(1)</script>" }],
        links: [{ label: "a & b", href: '/x"onload="y' }],
      }),
    );
    expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(shown).toContain('<a href="/x&quot;onload=&quot;y">a &amp; b</a>');
  });
});
