import fc from "fast-check";
import { viewIncident, viewIncidentEntry } from "../../../services/incident/access.ts";
import { note } from "../../../services/incident/decisions/talk.ts";
import type { HistoryEntry } from "../../../shared/dynamo/record.ts";
import { agent, caller, now, on, opened, person } from "./given.ts";

const stranger = person("stranger");
const otherAgent = person("other-agent", ["employee", "agent"], ["network"]);
const entry = (type: string, text: string): HistoryEntry => ({
  type,
  meta: {
    eventId: "INC0000001-2",
    occurredAt: now,
    actor: { id: "agent" },
    subject: "INC0000001",
    sequence: 2,
    correlationId: "c",
  },
  data: { text },
  changes: { vendor: { to: "Secret vendor" }, category: { to: "network" } },
});

describe("what an actor sees of an incident", () => {
  it("shows employees their own only", () => {
    expect(viewIncident(caller, opened())).toBeDefined();
    expect(viewIncident(stranger, opened())).toBeUndefined();
  });

  it("keeps links, watchers and vendor inside", () => {
    const incident = { ...opened(), vendor: "Secret vendor", watchers: ["boss"] };
    expect(viewIncident(caller, incident)).not.toHaveProperty("watchers");
    expect(viewIncident(caller, incident)).not.toHaveProperty("vendor");
    expect(viewIncident(agent, incident)).toHaveProperty("watchers", ["boss"]);
  });

  it("shows a restricted one to its team and the people named in it only", () => {
    const incident = { ...opened({ restricted: true }), teamId: "desk" };
    expect(viewIncident(agent, incident)).toBeDefined();
    expect(viewIncident(caller, incident)).toBeDefined();
    expect(viewIncident(otherAgent, incident)).toBeUndefined();
    expect(viewIncident(person("root", ["employee", "admin"]), incident)).toBeUndefined();
  });

  it("never shows an internal note to who does not work on it", () => {
    expect(viewIncidentEntry(caller, opened(), entry("IncidentNoted", "canary"))).toBeUndefined();
    expect(viewIncidentEntry(agent, opened(), entry("IncidentNoted", "canary"))?.data).toEqual({
      text: "canary",
    });
  });

  it("shows the caller comments, without inner facts", () => {
    const seen = viewIncidentEntry(caller, opened(), entry("IncidentCommented", "Hello"));
    expect(seen?.data).toEqual({ text: "Hello" });
    expect(seen?.changes).toEqual({ category: { to: "network" } });
  });

  it("offers only what the actor may do", () => {
    expect(viewIncident(caller, opened())?.actions).toEqual(["cancel"]);
    expect(viewIncident(agent, opened())?.actions).toEqual(["start", "hold", "resolve", "close", "cancel"]);
  });

  it("never publishes the text of a note, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (text) => {
        const [occurrence] = note.decide(opened(), { text: `canary ${text}` }, on(agent));
        return !JSON.stringify(occurrence?.data).includes("canary");
      }),
    );
  });
});
