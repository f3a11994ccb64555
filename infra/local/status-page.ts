import { type Html, html, page } from "./html.ts";
import type {
  AlarmStatus,
  EventStatus,
  FunctionStatus,
  QueueStatus,
  ScheduleStatus,
  StatusSnapshot,
  StreamStatus,
} from "./status-page/snapshot.ts";

export type { StatusSnapshot } from "./status-page/snapshot.ts";

/** Where the page's form sends `arn` by POST to move dead letters back to their queue. */
export const redrivePath = "/_local/redrive";

type Column = { readonly title: string; readonly number?: true };

const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | number | Html)[])[],
): Html => {
  if (rows.length === 0) return html`<h2>${caption}</h2><p>None.</p>`;
  const head = columns.map(
    ({ title, number }) => html`<th scope="col"${number ? numeric : none}>${title}</th>`,
  );
  const body = rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, at) => html`<td${columns[at]?.number ? numeric : none}>${cell}</td>`)}</tr>`,
  );
  return html`<h2>${caption}</h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
};
const numeric: Html = { html: ' class="number"' };
const none: Html = { html: "" };

const problem = (count: number): string | number | Html =>
  count > 0 ? html`<span class="problem">${count}</span>` : 0;

const time = (epochMs: number): string => new Date(epochMs).toISOString().replace("T", " ").slice(0, 19);

/** A length of time in its largest fitting unit, for people. */
const duration = (lengthMs: number): string => {
  const units = [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["min", 60_000],
    ["s", 1000],
  ] as const;
  const [name, inMs] = units.find(([, each]) => lengthMs >= each) ?? ["ms", 1];
  return `${Math.floor(lengthMs / inMs)} ${name}`;
};

const clockText = ({ nowMs, offsetMs }: StatusSnapshot["clock"]): Html => {
  // Timers and clocks are never exactly together: under a second counts as real time.
  if (Math.abs(offsetMs) < 1000) return html`<p>Clock: ${time(nowMs)} UTC, real time.</p>`;
  const direction = offsetMs > 0 ? "ahead of" : "behind";
  return html`<p>Clock: ${time(nowMs)} UTC, ${duration(Math.abs(offsetMs))} ${direction} real time.</p>`;
};

const functionsTable = (functions: readonly FunctionStatus[]): Html =>
  table(
    "Functions",
    [
      { title: "Service" },
      { title: "Function" },
      { title: "Containers", number: true },
      { title: "Busy", number: true },
      { title: "Waiting", number: true },
      { title: "Invocations", number: true },
      { title: "Errors", number: true },
    ],
    [...functions]
      .sort((one, other) => `${one.service} ${one.name}`.localeCompare(`${other.service} ${other.name}`))
      .map((each) => [
        each.service,
        each.name,
        each.containers,
        each.busy,
        each.waiting,
        each.invocations,
        problem(each.errors),
      ]),
  );

const redrive = ({ arn, name, visible }: QueueStatus): Html =>
  visible === 0
    ? none
    : html`<form method="post" action="${redrivePath}"><input type="hidden" name="arn" value="${arn}"><button aria-label="Redrive ${name}">Redrive</button></form>`;

const queueColumns: readonly Column[] = [
  { title: "Queue" },
  { title: "Visible", number: true },
  { title: "In flight", number: true },
  { title: "Delayed", number: true },
  { title: "Oldest" },
];

const queueCells = (queue: QueueStatus): readonly (string | number | Html)[] => [
  queue.name,
  queue.isDeadLetter ? problem(queue.visible) : queue.visible,
  queue.inFlight,
  queue.delayed,
  queue.visible + queue.inFlight + queue.delayed === 0 ? "" : duration(queue.oldestAgeMs),
];

const queueTables = (queues: readonly QueueStatus[]): Html => {
  const letters = queues.filter(({ isDeadLetter }) => isDeadLetter);
  const others = queues.filter(({ isDeadLetter }) => !isDeadLetter);
  return html`${table("Queues", queueColumns, others.map(queueCells))}${table(
    "Dead letters",
    [...queueColumns, { title: "Move back" }],
    letters.map((queue) => [...queueCells(queue), redrive(queue)]),
  )}`;
};

const alarmsTable = (alarms: readonly AlarmStatus[]): Html =>
  table(
    "Alarms that would ring",
    [{ title: "Alarm" }, { title: "Meaning" }],
    alarms
      .filter(({ isRinging }) => isRinging)
      .map(({ name, description }) => [html`<span class="problem">${name}</span>`, description]),
  );

const streamsTable = (streams: readonly StreamStatus[]): Html =>
  table(
    "Streams",
    [{ title: "Table" }, { title: "Read by" }, { title: "Records behind", number: true }],
    streams.map(({ table: name, functionName, behind }) => [name, functionName, behind]),
  );

const schedulesTable = (schedules: readonly ScheduleStatus[]): Html =>
  table(
    "Schedules",
    [{ title: "Schedule" }, { title: "Expression" }, { title: "Next (UTC)" }],
    schedules.map(({ name, expression, timeZone, nextMs }) => [
      name,
      timeZone === "UTC" ? expression : `${expression} ${timeZone}`,
      nextMs === undefined ? "never" : time(nextMs),
    ]),
  );

const eventsTable = (events: readonly EventStatus[]): Html =>
  table(
    "Recent events",
    [
      { title: "Time (UTC)" },
      { title: "Bus" },
      { title: "Source" },
      { title: "Type" },
      { title: "Id" },
      { title: "Targets", number: true },
    ],
    events.map((each) => [each.time, each.bus, each.source, each.type, each.id, each.targets]),
  );

/** One plain page, without script: how the local cloud is doing. */
export const renderStatus = (snapshot: StatusSnapshot): string => {
  const links = snapshot.links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`);
  return page(
    "Local cloud",
    html`<nav aria-label="Elsewhere"><ul>${links}</ul></nav>${clockText(snapshot.clock)}${alarmsTable(snapshot.alarms)}${functionsTable(snapshot.functions)}${queueTables(snapshot.queues)}${streamsTable(snapshot.streams)}${schedulesTable(snapshot.schedules)}${eventsTable(snapshot.events)}`,
  );
};
