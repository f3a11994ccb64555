import { reportingGrants, viewCounted } from "../../../services/reporting/access.ts";
import { countedRecord } from "../../../services/reporting/counted-record.ts";
import { knownSurvey } from "../../../services/reporting/kinds/survey.ts";
import { type Actor, granted } from "../../../shared/access/actor.ts";

const actor = (...roles: readonly string[]): Actor => ({
  id: "ada",
  roles,
  teams: [],
  permissions: granted(reportingGrants, roles),
});
const survey = (kind: string, id: string) =>
  countedRecord(
    "survey",
    { id: `CSA-${id}`, at: "2026-03-10T08:00:00.000Z", level: "-" },
    { sequence: 1, known: knownSurvey({ state: "answered", about: { kind, id }, score: 5 }), moments: {} },
  );
const sees = (who: Actor, record: ReturnType<typeof survey>) =>
  viewCounted(who, record, false, "reporting:read") !== undefined;

describe("what is behind a number of satisfaction", () => {
  it("names the incident or the request that a survey asked about", () => {
    expect(survey("incident", "INC0000001")).toMatchObject({ aboutKind: "incident", aboutId: "INC0000001" });
  });

  it("is told of incidents to whoever reads figures", () => {
    expect(sees(actor("agent"), survey("incident", "INC0000001"))).toBe(true);
    expect(sees(actor("employee"), survey("incident", "INC0000001"))).toBe(false);
  });

  it("is told of requests to who sees all requests, and to nobody else", () => {
    expect(sees(actor("asset-manager"), survey("request", "REQ0000001"))).toBe(true);
    expect(sees(actor("problem-manager"), survey("request", "REQ0000001"))).toBe(false);
  });
});
