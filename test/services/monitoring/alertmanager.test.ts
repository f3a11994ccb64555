import { alertmanagerReport } from "../../../services/monitoring/forms/alertmanager.ts";
import { defaultSettings } from "../../../services/monitoring/settings.ts";
import { alertIdOf, Signal } from "../../../services/monitoring/signal.ts";

const given = (labels: object = {}, more: object = {}) => ({
  status: "firing",
  labels: { alertname: "DiskFull", instance: "db-1:9100", severity: "critical", ...labels },
  annotations: { summary: "Disk is full", runbook_url: "https://runbooks.example.com/disk" },
  startsAt: "2018-08-03T09:52:26.739266876+02:00",
  endsAt: "0001-01-01T00:00:00Z",
  generatorURL: "http://prometheus.example.com/graph",
  fingerprint: "1a30ba71cca2921f",
  ...more,
});
const read = (...of: Parameters<typeof given>) => {
  const report = alertmanagerReport(given(...of), defaultSettings);
  if ("reason" in report) throw new Error(report.reason);
  return report;
};

describe("an alert of Alertmanager", () => {
  test("is read with its severity, summary, links and instant", () => {
    expect(read()).toMatchObject({
      source: "alertmanager",
      check: "DiskFull",
      resource: 'instance="db-1:9100",severity="critical"',
      state: "firing",
      severity: "critical",
      summary: "Disk is full",
      occurredAt: "2018-08-03T07:52:26.739Z",
      links: [{ url: "https://runbooks.example.com/disk" }, { url: "http://prometheus.example.com/graph" }],
    });
  });

  test("that is resolved recovers the same alert, when it ended", () => {
    const resolved = read({}, { status: "resolved", endsAt: "2018-08-03T10:00:00Z" });
    expect(resolved).toMatchObject({ state: "recovered", occurredAt: "2018-08-03T10:00:00.000Z" });
    expect(alertIdOf(resolved)).toBe(alertIdOf(read()));
  });

  test("is never taken for another that differs in any label, be they ever so long", () => {
    const long = "x".repeat(5000);
    const all = [
      {},
      { device: "sda" },
      { device: "sdb" },
      { severity: "warning" },
      { a: `${long}1` },
      { a: `${long}2` },
    ];
    expect(new Set(all.map((labels) => alertIdOf(read(labels)))).size).toBe(all.length);
  });

  test("names service and CI by the labels that the settings say", () => {
    expect(read({ service: "shop", ci: "db-1" })).toMatchObject({ serviceId: "shop", ciIds: ["db-1"] });
    expect(read({ service: "" })).not.toHaveProperty("serviceId");
  });

  test("with control characters, giant labels or hostile links is made fit", () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`label${n}`, "y".repeat(2000)]));
    const report = read(
      { ...many, "bad\u0000name": "\u001b[31mred\u0000", __proto__: "x", service: "s\u0007hop" },
      {
        annotations: { summary: "a\u0000b\n<script>", runbook_url: "javascript:alert(1)" },
        generatorURL: "ftp://x",
      },
    );
    expect(report).toMatchObject({ summary: "a b <script>", links: [], serviceId: "s hop" });
    expect(Signal.safeParse(report).error).toBeUndefined();
    expect(JSON.stringify(report).length).toBeLessThan(40_000);
  });

  test.each([
    [{}, "status"],
    [given({ alertname: undefined }), "labels.alertname"],
    [given({ alertname: "\u0000" }), "labels.alertname"],
    [given({ n: 5 }), "labels.n"],
    [given({}, { startsAt: "yesterday" }), "startsAt"],
    [given({}, { status: "broken" }), "status"],
  ])("that is none says where: %#", (value, place) => {
    expect(alertmanagerReport(value, defaultSettings)).toMatchObject({
      reason: expect.stringContaining(place),
    });
  });
});
