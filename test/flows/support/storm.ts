import type { Bed } from "../../bed/start-bed.ts";

type Storm = {
  readonly size: number;
  /** Alerts in one request. */
  readonly batch: number;
  /** Requests under way at the same time. */
  readonly atOnce: number;
  readonly service: string;
  readonly name?: string;
  readonly status?: "firing" | "resolved";
};

/** Sends so many alerts on one service through Alertmanager's webhook. */
export const sendStorm = async (
  bed: Pick<Bed, "as" | "clock">,
  { size, batch, atOnce, service, name = "Down", status = "firing" }: Storm,
): Promise<void> => {
  const instant = new Date(bed.clock.now()).toISOString();
  const alert = (n: number) => ({
    status,
    labels: { alertname: `${name}${n}`, instance: `host-${n}`, service, severity: "critical" },
    annotations: { summary: `${name} ${n}` },
    startsAt: instant,
    endsAt: instant,
  });
  const batches = Array.from({ length: Math.ceil(size / batch) }, (_, i) =>
    Array.from({ length: Math.min(batch, size - i * batch) }, (__, n) => alert(i * batch + n)),
  );
  const work = async () => {
    for (let alerts = batches.shift(); alerts; alerts = batches.shift()) {
      const { status: code, body } = await bed
        .as("robot")
        .post("/alerts/alertmanager", { version: "4", alerts });
      const bad = body.results?.filter(({ ok }: { ok: boolean }) => !ok) ?? [body];
      // Alertmanager sends again what was not taken.
      if (code === 503) batches.push(alerts);
      else if (code !== 200 || bad.length > 0) throw new Error(`${code} ${JSON.stringify(bad)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};

type Fields = { readonly [field: string]: unknown };
const recordsOf = async (
  bed: Pick<Bed, "stored">,
  table: string,
  prefix: string,
): Promise<readonly Fields[]> =>
  ((await bed.stored()).get(`steward-${table}`) ?? [])
    .filter(({ pk, sk }) => sk === "RECORD" && pk.startsWith(prefix))
    .map((item) => item.record as Fields);

const isOpen = ({ state }: Fields): boolean => !["resolved", "closed", "cancelled"].includes(String(state));

/** What lies in the tables of one service's storm. */
export const countStorm = async (bed: Pick<Bed, "stored">, service: string) => {
  const of = (records: readonly Fields[]) => records.filter(({ serviceId }) => serviceId === service);
  const alerts = of(await recordsOf(bed, "monitoring", "ALT")).filter(({ check }) =>
    String(check).startsWith("Down"),
  );
  const storms = of(await recordsOf(bed, "monitoring", "STM"));
  const incidents = of(await recordsOf(bed, "incident", "INC"));
  const parent = storms[0]?.incidentId;
  const children = incidents.filter(({ parentId }) => parentId !== undefined && parentId === parent);
  const tallies = ((await bed.stored()).get("steward-monitoring") ?? []).filter(
    ({ pk, sk }) => sk.startsWith("TALLY#") && alerts.some(({ id }) => id === pk) && sk !== "TALLY#well",
  );
  const counted = tallies.reduce((sum, { count }) => sum + Number(count), 0);
  return {
    alerts: alerts.length,
    occurrences: counted + alerts.reduce((sum, { fires }) => sum + Number(fires), 0),
    storms: storms.length,
    /** Alerts that lead to the storm and by it to its incident. */
    joined: alerts.filter(({ stormId }) => stormId === storms[0]?.id).length,
    parents: incidents.filter(({ id }) => id === parent).length,
    children: children.length,
    incidents: incidents.filter(({ title }) => !String(title).startsWith("Late")).length,
    /** Incidents of alerts of the storm that are no consequences of its own. */
    strays: incidents.filter(
      ({ id, parentId, title }) => id !== parent && parentId !== parent && !String(title).startsWith("Late"),
    ).length,
    open: incidents.filter(isOpen).length,
  };
};
