import {
  audienceOf,
  draftOf,
  type KnownError,
  otherFields,
} from "../../../services/portal/src/pages/problems/known-error.ts";
import { withKnownErrorWork } from "../../../services/portal/src/pages/problems/known-error-actions.ts";
import type { Problem } from "../../../services/portal/src/pages/problems/problem-actions.ts";
import { bodyOfFields, enteredOf } from "../../../services/portal/src/parts/form/field-spec.ts";

const draft = { title: "VPN drops", symptom: "Error 809", ciIds: ["vpn-gateway-1"] };
const published = {
  ...draft,
  problemId: "PRB0000001",
  edition: 1,
  audience: { kind: "everyone" as const },
  publishedAt: "2026-11-30T10:00:00.000Z",
};
const knownError = (more: Partial<KnownError> = {}): KnownError => ({
  draft,
  published,
  editions: 1,
  ...more,
});

describe("a known error", () => {
  it("is written as it is published until the draft says something else", () => {
    expect(otherFields(knownError())).toEqual([]);
    expect(otherFields(knownError({ draft: { ...draft, workaround: "Restart it", ciIds: [] } }))).toEqual([
      "workaround",
      "ciIds",
    ]);
  });

  it("of which nothing is published says nothing else than that", () => {
    expect(otherFields({ draft, editions: 0 })).toEqual([]);
  });

  it("takes items with spaces or commas between, and drops what was left empty", () => {
    expect(draftOf({ title: "VPN drops", symptom: "x", ciIds: "a, b  c" })).toEqual({
      title: "VPN drops",
      symptom: "x",
      ciIds: ["a", "b", "c"],
    });
    expect(draftOf({ title: "VPN drops", symptom: "x" })).toMatchObject({ ciIds: [] });
  });

  it("is for some teams only where that was chosen", () => {
    expect(audienceOf({ kind: "teams", teamIds: ["network"] })).toEqual({
      kind: "teams",
      teamIds: ["network"],
    });
    expect(audienceOf({ kind: "agents", teamIds: ["network"] })).toEqual({ kind: "agents" });
    expect(audienceOf({ kind: "everyone" })).toEqual({ kind: "everyone" });
  });
});

describe("what may be done to a known error", () => {
  const actionsOf = (role: string, problem: Partial<Problem>): readonly string[] =>
    withKnownErrorWork({ state: "assess", ...problem } as Problem, { id: "x", roles: [role], teams: [] })
      .actions ?? [];

  it("is to write it for agents, and to publish and withdraw it for problem managers", () => {
    expect(actionsOf("agent", { knownError: knownError() })).toEqual(["write_known_error"]);
    expect(actionsOf("problem-manager", { knownError: knownError() })).toEqual([
      "write_known_error",
      "publish_known_error",
      "withdraw_known_error",
    ]);
  });

  it("is to publish only what is written, and to withdraw only what is published", () => {
    expect(actionsOf("problem-manager", {})).toEqual(["write_known_error"]);
    expect(actionsOf("problem-manager", { knownError: { draft, editions: 0 } })).toEqual([
      "write_known_error",
      "publish_known_error",
    ]);
  });

  it("is nothing for who only reads, nor to write when the problem is closed", () => {
    expect(actionsOf("change-manager", { knownError: knownError() })).toEqual([]);
    expect(actionsOf("agent", { state: "closed" })).toEqual([]);
  });
});

it("some of several are sent one by one, whatever is in their ids", () => {
  const field = { name: "teamIds", label: "Teams", kind: "choices" } as const;
  const entered = { teamIds: enteredOf(["network", "help desk, Oslo"]) };
  expect(bodyOfFields([field], entered)).toEqual({ teamIds: ["network", "help desk, Oslo"] });
  expect(bodyOfFields([field], { teamIds: enteredOf([]) })).toEqual({});
});
