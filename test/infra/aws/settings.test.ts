import { App } from "aws-cdk-lib";
import { settingsOf } from "../../../infra/aws/settings.ts";

const from = (context: Record<string, unknown>) => settingsOf(new App({ context }));

describe("settings", () => {
  it("have a default for everything", () => {
    expect(from({})).toMatchObject({ files: { mostMegabytes: 25, mostPerRecord: 30, scan: false } });
    const { files: _files, ...others } = from({});
    expect(others).toEqual({
      name: "steward",
      ephemeral: false,
      archiveDays: 90,
      logDays: 90,
      origins: [],
      issuerOrigins: [],
      integrations: [],
      groups: {},
      requestLimits: { people: 100, integrations: 1000 },
      runbook: "docs/operations.md",
    });
  });

  it("mean the same as text of the command line and as JSON of cdk.json", () => {
    const groups = { "it-desk": { roles: ["agent"], teams: ["network"] } };
    const typed = { ephemeral: true, archiveDays: 7, origins: ["https://desk.example.com"], groups };
    const text = Object.fromEntries(
      Object.entries(typed).map(([key, value]) => [key, JSON.stringify(value)]),
    );
    expect(from(text)).toEqual(from(typed));
    expect(from(typed)).toMatchObject(typed);
  });

  it("take one audience without a list", () => {
    expect(from({ issuer: "https://id.example.com/", audience: "desk" }).audience).toEqual(["desk"]);
  });

  it.each([
    ["an issuer without an audience", { issuer: "https://id.example.com/" }, /issuer and audience/],
    ["an audience without an issuer", { audience: "desk" }, /issuer and audience/],
    ["an issuer without TLS", { issuer: "http://id.example.com/", audience: "desk" }, /issuer/],
    ["a retention that CloudWatch Logs does not have", { logDays: 91 }, /logDays/],
    ["an archive of no days", { archiveDays: "0" }, /archiveDays/],
    ["a name that cannot be part of a queue's", { name: "My Desk" }, /name/],
    ["a limit that lets nobody in", { requestLimits: { people: 0 } }, /requestLimits/],
    ["ephemeral as a word", { ephemeral: "perhaps" }, /ephemeral/],
    ["an origin that is no address", { origins: ["desk"] }, /origins/],
    [
      "groups that do not fit into a function's environment",
      { groups: { ["g".repeat(4000)]: {} } },
      /groups/,
    ],
  ])("refuse %s by its name", (_, context, reason) => {
    expect(() => from(context)).toThrow(reason);
  });
});
