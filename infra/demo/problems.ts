import type { Ask } from "./ask.ts";

const analysis = {
  whys: [
    { question: "Why do connections drop?", answer: "The gateway closes all sessions every hour." },
    { answer: "It restarts when its certificate is renewed.", evidence: "Log of gateway 1, 06:00 to 09:00" },
    { answer: "The renewal job runs hourly instead of monthly since it was moved to the new scheduler." },
  ],
  causes: [
    {
      category: "technology",
      text: "Gateway firmware restarts on any certificate change",
      verdict: "contributes",
    },
    { category: "process", text: "Schedule was copied without review", verdict: "contributes" },
    {
      category: "supplier",
      text: "Line of the provider",
      verdict: "ruled_out",
      evidence: "No loss on the line",
    },
  ],
  timeline: [
    { at: "2026-11-27T18:00:00Z", text: "Renewal job moved to the new scheduler", source: "CHG record" },
    { at: "2026-11-30T07:10:00Z", text: "First caller cannot connect", source: "Service desk" },
  ],
};

const knownError = {
  title: "VPN connections drop every hour",
  symptom: "The VPN client disconnects shortly after the full hour and reports error 809.",
  cause: "The gateway restarts when its certificate is renewed.",
  workaround: "Choose the protocol TCP in the client's settings and connect again.",
  errorCode: "809",
  ciIds: ["vpn-gateway-1"],
};

const tasks = [
  { title: "Collect the gateway's log of this morning", assigneeId: "nia.network" },
  { title: "Ask the vendor for firmware that does not restart", teamId: "network", dependsOn: ["1"] },
];

/** Two hours to begin, ten days to find the cause, around the clock. */
const agreement = {
  name: "Problems of priority 1 and 2",
  kind: "problem",
  where: { priority: [1, 2] },
  metrics: [
    {
      metric: "respond",
      target: { amount: 2, unit: "hours" },
      stops: { state: ["assess", "root_cause_analysis", "fix_in_progress", "resolved", "closed"] },
    },
    { metric: "resolve", target: { amount: 240, unit: "hours" }, stops: { state: ["resolved", "closed"] } },
  ],
};

/** A problem in the middle of its analysis, with everything people write, and one that was fixed. */
export const seedProblems = async (
  ask: Ask,
  vpnIncidents: readonly string[],
  slowRun: string,
): Promise<void> => {
  await ask("alex.admin", "POST", "/api/agreements", agreement);
  const { id } = await ask("pia.problem", "POST", "/api/problems", {
    title: "VPN gateway drops all sessions every hour",
    description: "Three reports within one morning, one of them of a whole branch.",
    category: "network",
    serviceId: "vpn",
    ciIds: ["vpn-gateway-1"],
    impact: 1,
    urgency: 2,
    teamId: "network",
    incidentIds: vpnIncidents,
  });
  const on = (problemId: string) => (rest: string, body: unknown) =>
    ask("pia.problem", "POST", `/api/problems/${problemId}/${rest}`, body);
  const vpn = on(id);
  await vpn("assign", { assigneeId: "nia.network" });
  await vpn("analyse", {});
  await vpn("analysis", analysis);
  await vpn("root-cause", {
    rootCause: {
      text: "The gateway restarts when its certificate is renewed, which happens hourly by mistake.",
      category: "technology",
      ciIds: ["vpn-gateway-1"],
    },
  });
  for (const task of tasks) await vpn("tasks", task);
  await vpn("workaround", { text: knownError.workaround });
  await vpn("communicate-workaround", { audience: "callers" });
  await vpn("known-error", knownError);
  await vpn("known-error/publish", { audience: { kind: "everyone" } });
  await vpn("changes", { title: "Renew gateway certificates monthly", type: "normal" });
  const invoices = await ask("pia.problem", "POST", "/api/problems", {
    title: "Invoice run waits for a lock",
    serviceId: "erp",
    ciIds: ["erp-db-1"],
    impact: 2,
    incidentIds: [slowRun],
  });
  const erp = on(invoices.id);
  await erp("analyse", {});
  await erp("fix", {});
  await erp("resolve", { text: "Statistics are rebuilt at night, the invoice run takes an hour again." });
};
