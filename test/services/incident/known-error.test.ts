import { knownError, knownErrorProjection, knownErrorsLike } from "../../../services/incident/known-error.ts";
import { Draft } from "../../../services/incident/likeness.ts";
import type { Actor } from "../../../shared/access/actor.ts";
import { agent, caller } from "./given.ts";

type Snapshot = NonNullable<Parameters<typeof knownError>[0]>;

const published = (problemId: string, more: Partial<Snapshot> = {}) =>
  knownError({
    problemId,
    edition: 1,
    title: "Mailbox locked after migration",
    symptom: "Outlook asks for the password again and again",
    workaround: "Use webmail",
    ciIds: [],
    audience: { kind: "everyone" },
    publishedAt: "2026-03-02T09:00:00.000Z",
    ...more,
  });
const found = (draft: object, among: Parameters<typeof knownErrorsLike>[1], actor: Actor = agent) =>
  knownErrorsLike(Draft.parse(draft), among, actor, 5).map(({ problemId, because }) => [
    problemId,
    ...because,
  ]);

describe("known errors like a draft", () => {
  it("are found by words of title or symptom, by CI, and first by what the failing thing shows", () => {
    const among = [
      published("PRB0000001"),
      published("PRB0000002", { title: "Reports stop", symptom: "Nothing comes", ciIds: ["erp-1"] }),
      published("PRB0000003", { title: "Deadlock", symptom: "Posting fails", errorCode: "ORA-00060" }),
    ];
    expect(found({ title: "Outlook password again" }, among)).toEqual([["PRB0000001", "words"]]);
    expect(found({ title: "Slow", ciIds: ["erp-1"] }, among)).toEqual([["PRB0000002", "ci"]]);
    expect(found({ title: "ERP says ora-00060", ciIds: ["erp-1"] }, among)).toEqual([
      ["PRB0000003", "code"],
      ["PRB0000002", "ci"],
    ]);
    expect(found({ title: "Printer jams", category: "mail" }, among)).toEqual([]);
  });

  it("are only those whose audience the asker belongs to", () => {
    const among = [
      published("PRB0000001"),
      published("PRB0000002", { audience: { kind: "agents" } }),
      published("PRB0000003", { audience: { kind: "teams", teamIds: ["mail"] } }),
      knownError(undefined),
    ];
    const ids = (actor: Actor) => found({ title: "Mailbox locked" }, among, actor).map(([id]) => id);
    expect(ids(caller)).toEqual(["PRB0000001"]);
    expect(ids(agent)).toEqual(["PRB0000002", "PRB0000001"]);
    expect(ids({ ...agent, teams: ["mail"] })).toHaveLength(3);
    expect(ids({ ...caller, teams: ["mail"] })).toEqual(["PRB0000001"]);
  });

  it("are kept in the groups of their CIs, service and category, and in none once withdrawn", () => {
    const groups = (known: ReturnType<typeof knownError>) =>
      knownErrorProjection.memberships(known).map(({ group }) => group);
    const known = published("PRB0000001", {
      ciIds: ["a", "b", "a"],
      serviceId: "mail",
      category: "software",
    });
    expect(groups(known)).toEqual(["all", "ci#a", "ci#b", "service#mail", "category#software"]);
    expect(groups(knownError(undefined))).toEqual([]);
  });
});
