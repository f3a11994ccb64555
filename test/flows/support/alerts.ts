import type { Bed } from "../../bed/start-bed.ts";

/** A monitoring tool that reports checks on a host, and what became of them. */
export const alertsOf = (bedOf: () => Bed) => {
  let instant = 0;
  const at = () => new Date(bedOf().clock.now() - 1000 + ++instant).toISOString();
  const report = async (state: "firing" | "recovered", more: object = {}) => {
    const body = {
      source: "nagios",
      resource: "web-1",
      check: "http",
      severity: "major",
      state,
      occurredAt: at(),
    };
    const answer = await bedOf()
      .as("robot")
      .post("/alerts", { ...body, ...more });
    expect(answer.status).toBe(200);
    return answer.body.id as string;
  };
  const incidentsOf = async (alertId: string) => {
    const { body } = await bedOf()
      .as("ann")
      .get("/incidents", { query: { recordId: alertId } });
    return body.items;
  };
  const alert = async (id: string) => (await bedOf().as("ann").get(`/alerts/${id}`)).body;
  const pass = async (minutes: number) => {
    bedOf().clock.moveTo(bedOf().clock.now() + minutes * 60_000);
    await bedOf().drain({ timeoutMs: 60_000 });
  };
  return { at, report, incidentsOf, alert, pass };
};
