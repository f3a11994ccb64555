import { generateKeyPairSync, sign } from "node:crypto";
import * as fc from "fast-check";
import type { Change } from "../../../services/change/change.ts";
import { gateAnswer } from "../../../services/change/decisions/gate.ts";
import {
  AskPermit,
  addEvidence,
  claimsOf,
  Evidence,
  givePermit,
  refusalOfPermit,
} from "../../../services/change/decisions/permit.ts";
import {
  isCurrent,
  openPermit,
  type PermitKey,
  publicKeyOf,
  sealPermit,
} from "../../../services/change/permit.ts";
import { freeze, on, opened, person, through } from "./given.ts";
import { assessed, edited, said, started, submitted } from "./steps.ts";

const makeKey = (): PermitKey => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: async () => publicKey.export({ format: "jwk" }),
    sign: async (text) => sign(null, Buffer.from(text), privateKey),
  };
};
const key = makeKey();
const refused = (code: string) => expect.objectContaining({ code });
const inWindow = "2027-01-09T20:30:00.000Z";
const change = through(opened({ serviceId: "vpn" }), submitted, assessed, said("boss"));
const ask = AskPermit.parse({});
const permitted = (of: Change, now = inWindow, more: object = {}) =>
  through(of, (c) => givePermit(c, ask, on(c, { now, ...more })));
const give = (of: Change, now = inWindow, more: object = {}) => {
  const [given] = permitted(of, now, more).permits ?? [];
  if (!given) throw new Error("Nothing was given");
  return claimsOf(of.id, given);
};

describe("a permit", () => {
  const claims = give(change);
  let permit: string;
  beforeAll(async () => {
    permit = await sealPermit(key, claims);
  });

  test("says which change may be carried out, by whom and until when", async () => {
    expect(await openPermit(key, permit)).toEqual(claims);
    expect(claims).toMatchObject({ sub: change.id, service: "vpn", azp: "ann" });
    expect(claims.exp - claims.iat).toBe(15 * 60);
  });

  test("ends with the window at the latest", () => {
    expect(give(change, "2027-01-09T21:55:00.000Z").exp * 1000).toBe(Date.parse("2027-01-09T22:00:00Z"));
  });

  test("is nothing with any character changed, with another key, or signed by nobody", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(permit.length - 1), fc.constantFrom(..."abcXYZ019-_.= "), async (at, other) => {
        const forged = permit.slice(0, at) + other + permit.slice(at + 1);
        fc.pre(forged !== permit);
        expect(await openPermit(key, forged)).toBeUndefined();
      }),
    );
    expect(await openPermit(makeKey(), permit)).toBeUndefined();
    const [, body] = permit.split(".");
    const none = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    expect(await openPermit(key, `${none}.${body}.`)).toBeUndefined();
    expect(await openPermit(key, "")).toBeUndefined();
  });

  test("is nothing with other claims under its signature", async () => {
    const [head, , signature] = permit.split(".");
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.integer({ min: 1 }), async (sub, more) => {
        const forged = { ...claims, sub, exp: claims.exp + more };
        const text = Buffer.from(JSON.stringify(forged)).toString("base64url");
        expect(await openPermit(key, `${head}.${text}.${signature}`)).toBeUndefined();
      }),
    );
  });

  test("does not hold from its end on", () => {
    const end = new Date(claims.exp * 1000).toISOString();
    expect(isCurrent(claims, new Date(claims.exp * 1000 - 1).toISOString())).toBe(true);
    expect(isCurrent(claims, end)).toBe(false);
  });

  test("shows nothing of the private key in the public one", async () => {
    expect(await publicKeyOf(key)).not.toHaveProperty("d");
  });
});

describe("a permit is given", () => {
  test.each([
    ["before the change is authorised", through(opened(), submitted), inWindow, {}],
    ["before its window", change, "2027-01-09T19:59:59.999Z", {}],
    ["after its window", change, "2027-01-09T22:00:00.000Z", {}],
    [
      "in a freeze",
      change,
      inWindow,
      { freezes: [freeze({ all: true, from: inWindow, to: "2027-01-10T00:00:00.000Z" })] },
    ],
    ["to who approved it", change, inWindow, { actor: person("boss", "agent") }],
  ])("not %s", (_what, of, now, more) => {
    expect(() => give(of, now, more)).toThrow(refused("rule_violation"));
  });

  test("and is not valid any more when the change is planned otherwise", () => {
    const claims = give(change);
    const known = permitted(change);
    const at = on(known, { now: inWindow });
    expect(refusalOfPermit(known, claims, at)).toBeUndefined();
    expect(refusalOfPermit({ ...known, state: "assess" }, claims, at)).toContain("assess");
    expect(refusalOfPermit(change, claims, at)).toContain("does not know");
  });
});

describe("a permit that was given before the change was planned otherwise", () => {
  test("stays void when the change is approved again; what was done under it is still written back", () => {
    const claims = give(change);
    const again = through(permitted(change), edited({ serviceId: "erp" }), assessed, said("boss"));
    expect(again.state).toBe("scheduled");
    const at = on(again, { now: inWindow });
    expect(refusalOfPermit(again, claims, at)).toContain("planned otherwise");
    const evidence = Evidence.parse({ outcome: "failed" });
    expect(through(again, (c) => addEvidence(c, claims, evidence, { now: inWindow })).evidence).toHaveLength(
      1,
    );
  });
});

describe("what a change waits for", () => {
  const waiting = { openBefore: ["CHG0000002"] };
  const stopped = { isTemplateStopped: true };

  test.each([
    ["changes that it comes after", waiting],
    ["its template, which is stopped", stopped],
  ])("%s holds up its beginning and every permit, but not the end of what has begun", (_what, more) => {
    expect(() => through(change, started(more))).toThrow(refused("rule_violation"));
    expect(() => give(change, inWindow, more)).toThrow(refused("rule_violation"));
    const doing = through(change, started());
    expect(give(doing, inWindow, more).sub).toBe(change.id);
  });
});

describe("evidence", () => {
  const claims = give(change);
  const known = permitted(change);
  const evidence = Evidence.parse({ outcome: "succeeded", url: "https://ci.example.com/7" });

  test("is written on the change that the permit is for, also when the permit is over", () => {
    const done = through(known, (c) => addEvidence(c, claims, evidence, { now: "2027-01-10T02:00:00.000Z" }));
    expect(done.evidence?.[0]).toMatchObject({ outcome: "succeeded", permitId: claims.jti });
  });

  test("is not taken on another change, nor a day later", () => {
    const other = { ...known, id: "CHG0000002" };
    const late = { now: "2027-01-11T02:00:00.000Z" };
    expect(() => addEvidence(other, claims, evidence, { now: inWindow })).toThrow(refused("rule_violation"));
    expect(() => addEvidence(known, claims, evidence, late)).toThrow(refused("rule_violation"));
  });
});

describe("the gate", () => {
  const wanted = { serviceId: "vpn", ciIds: [] };
  const frozen = { freezes: [freeze({ all: true, from: inWindow, to: "2027-01-10T00:00:00.000Z" })] };

  test("is shut without a change, and opens for one that is authorised for now", () => {
    expect(gateAnswer(wanted, [], on({}, { now: inWindow })).allowed).toBe(false);
    const answer = gateAnswer(wanted, [change], on({}, { now: inWindow }));
    expect(answer).toMatchObject({ allowed: true, changeIds: [change.id] });
  });

  test("is shut in a freeze, whatever the settings say, and says which", () => {
    const settings = { ...on().settings, gateNeedsChange: false };
    expect(gateAnswer(wanted, [], on({}, { now: inWindow, settings })).allowed).toBe(true);
    const answer = gateAnswer(wanted, [change], on({}, { now: inWindow, settings, ...frozen }));
    expect(answer.allowed).toBe(false);
    expect(answer.reasons.join()).toContain("CFZ0000001");
  });

  test("opens in a freeze for a change with an exception", () => {
    const exception = {
      freezeIds: ["CFZ0000001"],
      from: String(change.plannedStart),
      to: String(change.plannedEnd),
      reason: "Audit",
      state: "granted" as const,
      approval: change.approval as NonNullable<Change["approval"]>,
    };
    expect(gateAnswer(wanted, [{ ...change, exception }], on({}, { now: inWindow, ...frozen })).allowed).toBe(
      true,
    );
  });
});
