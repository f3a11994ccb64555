import { startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
import type { IncidentSnapshot } from "../../../services/incident/events.ts";
import { reportingTable } from "../../../services/reporting/table.ts";
import { type FreshTable, tableAt } from "../../bed/fresh-table.ts";
import { ask, incident, tell } from "../../services/reporting/given.ts";
import { countReads } from "../impact/count-reads.ts";
import type { Section } from "../result.ts";

const teams = ["desk", "network", "platform", "data", "workplace"];
const services = ["shop", "vpn", "erp", "mail", "identity", "search"];
const categories = ["network", "software", "hardware", "access"];
const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? "";
const days = 30;

/** One of many incidents, spread over teams, services, priorities and the days of a month. */
const nth = (n: number): IncidentSnapshot =>
  incident(`INC${n}`, {
    priority: 1 + (n % 5),
    teamId: pick(teams, n),
    serviceId: pick(services, Math.floor(n / 5)),
    category: pick(categories, Math.floor(n / 30)),
    openedAt: `2026-03-${String(1 + (n % days)).padStart(2, "0")}T08:00:00.000Z`,
  });

const march = { from: "2026-03-01", to: "2026-03-31" };
const reads: Readonly<Record<string, (table: FreshTable) => Promise<unknown>>> = {
  "a month in one number": (table) => ask(table, "getIncidentReport", march),
  "a month by day": (table) => ask(table, "getIncidentReport", { ...march, per: "day" }),
  "a month by team": (table) => ask(table, "getIncidentReport", { ...march, groupBy: "team" }),
  "one team's month": (table) => ask(table, "getIncidentReport", { ...march, team: "desk" }),
  "what is open, by priority and age": (table) => ask(table, "getOpenIncidentWork"),
  "25 records behind a number": (table) => ask(table, "listIncidentRecords", { figure: "opened" }),
};

const resolvedAt = "2026-03-31T09:00:00.000Z";
const one = incident("INC-one", { ...nth(7), id: "INC-one" });
/** What happens to one incident, in this order. */
const events: readonly (readonly [what: string, type: string, after: IncidentSnapshot])[] = [
  ["opened", "IncidentOpened", one],
  ["note (counts nowhere else)", "IncidentNoted", one],
  ["given to another team", "IncidentAssigned", { ...one, teamId: "network" }],
  ["resolved", "IncidentResolved", { ...one, teamId: "network", state: "resolved", resolvedAt }],
  ["closed", "IncidentClosed", { ...one, teamId: "network", state: "closed", resolvedAt }],
];

type Units = ReadonlyMap<string, { readonly calls: number; readonly units: number }>;

const measure = async (
  endpoint: string,
  count: number,
): Promise<{ readonly written: Units; readonly read: Units }> => {
  const table = await tableAt(endpoint, reportingTable);
  try {
    const open = (n: number) => tell(table, { type: "IncidentOpened", sequence: 1, incident: nth(n) });
    for (let n = 0; n < count; n += 8)
      await Promise.all(Array.from({ length: Math.min(8, count - n) }, (_, at) => open(n + at)));
    const consumed = countReads(table.client);
    const written = new Map<string, ReturnType<typeof consumed.take>>();
    for (const [at, [what, type, after]] of events.entries()) {
      consumed.take();
      await tell(table, { type, sequence: at + 1, incident: after });
      written.set(what, consumed.take());
    }
    const read = new Map<string, ReturnType<typeof consumed.take>>();
    // The key that cursors are sealed with is made once.
    await ask(table, "listIncidentRecords", { limit: "1" });
    for (const [what, work] of Object.entries(reads)) {
      consumed.take();
      await work(table);
      read.set(what, consumed.take());
    }
    return { written, read };
  } finally {
    table.stop();
  }
};

const text = (units: Units, what: string): string => {
  const { calls = 0, units: consumed = Number.NaN } = units.get(what) ?? {};
  return `${consumed} in ${calls} call${calls === 1 ? "" : "s"}`;
};

/** What an event costs, and what a dashboard costs with few and with many records behind it. */
export const reporting = async ({
  sizes,
}: {
  readonly sizes: readonly [number, number];
}): Promise<Section> => {
  const database = await startDynamoDbLocal();
  try {
    const [few, many] = [
      await measure(database.endpoint, sizes[0]),
      await measure(database.endpoint, sizes[1]),
    ];
    const total = (units: Units): number => [...units.values()].reduce((sum, each) => sum + each.units, 0);
    return {
      title: "Reporting",
      method:
        "consumed units of the reporting table as DynamoDB reports them, incidents of one month over 5 teams, 6 services and 4 categories",
      columns: ["what", `${sizes[0]} incidents`, `${sizes[1]} incidents`],
      rows: [
        ...events.map(([what]) => [`event: ${what}`, text(few.written, what), text(many.written, what)]),
        ...Object.keys(reads).map((what) => [`read: ${what}`, text(few.read, what), text(many.read, what)]),
      ],
      findings: [
        {
          what: `reads of a dashboard with ${sizes[1] / sizes[0]} times as many records`,
          value: Math.round((total(many.read) / total(few.read)) * 100) / 100,
          unit: "times the units",
          goal: { atMost: 3 },
        },
      ],
    };
  } finally {
    await database.stop();
  }
};
