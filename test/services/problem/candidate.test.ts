import type { Candidate } from "../../../services/problem/candidate.ts";
import {
  type Alike,
  accept,
  dismiss,
  propose,
  recur,
} from "../../../services/problem/decisions/candidate.ts";
import { likenessesOf } from "../../../services/problem/incident-projection.ts";

const day = (n: number): string => `2026-03-${String(n).padStart(2, "0")}T09:00:00.000Z`;
const alike = (...days: number[]): Alike => days.map((n) => ({ id: `INC000000${n}`, openedAt: day(n) }));
const applied = (before: Candidate | undefined, decision: ReturnType<typeof recur>): Candidate =>
  Object.assign({ id: "PRC0000001", version: 1 }, before, ...decision.map(({ changes }) => changes));
const proposed = () =>
  applied(undefined, propose("PRC0000001", { kind: "ci", ciId: "db-1" }, alike(3, 2, 1)));
const acceptance = { isNew: true, acceptedBy: "pia", incidentIds: [], impact: 3, urgency: 3 };
const dismissed = () => applied(proposed(), dismiss(proposed(), { reason: "Unrelated" }, day(4)));

describe("a problem candidate", () => {
  it("names its incidents and their span", () => {
    expect(proposed()).toMatchObject({ state: "proposed", firstOpenedAt: day(1), lastOpenedAt: day(3) });
  });

  it("grows when another like incident comes", () => {
    expect(applied(proposed(), recur(proposed(), alike(4, 3, 2, 1), 3)).incidentIds).toHaveLength(4);
  });

  it("forgets none of its incidents while nobody decides, however long that takes", () => {
    const grown = applied(proposed(), recur(proposed(), alike(8, 7, 6), 3));
    expect(grown).toMatchObject({
      incidentIds: [8, 7, 6, 3, 2, 1].map((n) => `INC000000${n}`),
      firstOpenedAt: day(1),
      lastOpenedAt: day(8),
    });
    const quiet = applied(grown, dismiss(grown, { reason: "Unrelated" }, day(9)));
    expect(quiet.usual).toBe(3);
  });

  it("with a hundred incidents takes in ten at once", () => {
    const numbered = (from: number): Alike =>
      Array.from({ length: 100 }, (_, i) => ({ id: `INC${from - i}`, openedAt: day(9) }));
    const full = applied(proposed(), recur(proposed(), numbered(200), 3));
    expect(recur(full, numbered(209), 3)).toEqual([]);
    expect(applied(full, recur(full, numbered(210), 3)).incidentIds[0]).toBe("INC210");
  });

  it("says nothing twice", () => {
    expect(recur(proposed(), alike(3, 2, 1), 3)).toEqual([]);
  });

  it("stays quiet after dismissal until as many new ones come", () => {
    expect(recur(dismissed(), alike(6, 5, 3, 2, 1), 3)).toEqual([]);
    expect(applied(dismissed(), recur(dismissed(), alike(7, 6, 5, 3), 3))).toMatchObject({
      state: "proposed",
      incidentIds: ["INC0000007", "INC0000006", "INC0000005"],
    });
  });

  it("of a whole category comes back only when more come than what was found to be usual, or months later", () => {
    const numbered = (count: number, at: string, from = 0): Alike =>
      Array.from({ length: count }, (_, i) => ({ id: `INC${1000 + from + i}`, openedAt: at }));
    const flow = applied(
      undefined,
      propose("PRC0000001", { kind: "category", category: "mail" }, numbered(20, day(1))),
    );
    const usual = applied(flow, dismiss(flow, { reason: "Every week" }, day(2)));
    expect(usual.usual).toBe(20);
    expect(recur(usual, numbered(30, day(8), 100), 10)).toEqual([]);
    expect(applied(usual, recur(usual, numbered(32, day(8), 100), 10)).state).toBe("proposed");
    const later = "2026-07-01T09:00:00.000Z";
    expect(applied(usual, recur(usual, numbered(10, later, 100), 10)).state).toBe("proposed");
    const crowd = applied(usual, recur(usual, numbered(32, day(8), 100), 10));
    expect([crowd.usual, crowd.dismissedAt]).toEqual([undefined, undefined]);
  });

  it("is quiet after it was accepted, too, and counts nothing that its problem has already", () => {
    const accepted = applied(proposed(), accept(proposed(), "PRB0000001", acceptance, day(4)));
    const tied = alike(7, 6, 5).map((one) => ({ ...one, problemIds: ["PRB0000001"] }));
    expect(recur(accepted, tied, 3)).toEqual([]);
    expect(recur(accepted, alike(6, 5, 3), 3)).toEqual([]);
    expect(applied(accepted, recur(accepted, alike(7, 6, 5), 3))).toMatchObject({
      state: "proposed",
      problemId: "PRB0000001",
    });
  });

  it("is not dismissed twice", () => {
    expect(() => dismiss(dismissed(), { reason: "Again" }, day(5))).toThrow(/not possible/);
  });
});

describe("likeness of incidents", () => {
  const incident = {
    id: "INC0000001",
    state: "new",
    restricted: false,
    priority: 3,
    category: "network",
    serviceId: "vpn",
    ciIds: ["gw-1", "gw-2"],
    callerId: "eve",
    problemIds: [],
    openedAt: day(1),
  } as const;
  const of = (more: object) => likenessesOf({ ...incident, ciIds: [...incident.ciIds], ...more });

  it("is sharing a CI, or a service and a category", () => {
    expect(of({}).map(({ kind }) => kind)).toEqual(["ci", "ci", "service_category", "service", "category"]);
  });

  it("is sharing one of them, too, which says less", () => {
    expect(of({ category: undefined, ciIds: [] }).map(({ kind }) => kind)).toEqual(["service"]);
    expect(of({ serviceId: undefined, ciIds: [], subcategory: "vpn" })).toEqual([
      { kind: "category", category: "network", subcategory: "vpn" },
    ]);
  });

  it("is never found for restricted or cancelled ones", () => {
    expect(of({ restricted: true })).toEqual([]);
    expect(of({ state: "cancelled" })).toEqual([]);
  });
});
