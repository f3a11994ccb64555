import fc from "fast-check";
import type { Incident } from "../../../services/incident/incident.ts";
import { Draft, mostLike } from "../../../services/incident/likeness.ts";
import { now, opened } from "./given.ts";

const one = (id: number, given: Record<string, unknown>, state: Incident["state"] = "new"): Incident => ({
  ...opened(given),
  id: `INC000000${id}`,
  state,
});
const find = (draft: object, among: readonly Incident[]) => mostLike(Draft.parse(draft), among, now, 5);
const ids = (likes: readonly { readonly incident: Incident }[]) => likes.map(({ incident }) => incident.id);

describe("incidents like a draft", () => {
  it("put the same words first, then the same CI; a shared category alone is chance", () => {
    const among = [
      one(1, { title: "Printer jams", category: "hardware" }),
      one(2, { title: "Slow", ciIds: ["vpn-1"] }),
      one(3, { title: "VPN cannot connect", category: "network" }),
    ];
    const { duplicates } = find(
      { title: "Cannot connect to VPN", ciIds: ["vpn-1"], category: "hardware" },
      among,
    );
    expect(ids(duplicates)).toEqual(["INC0000003", "INC0000002"]);
    expect(duplicates[0]?.because).toEqual(["words"]);
  });

  it("are duplicates while open and ways out once resolved; cancelled ones are neither", () => {
    const among = (["new", "resolved", "closed", "cancelled"] as const).map((state, i) =>
      one(i + 1, { title: "VPN down" }, state),
    );
    const { duplicates, resolved } = find({ title: "VPN down" }, among);
    expect(ids(duplicates)).toEqual(["INC0000001"]);
    expect(ids(resolved)).toEqual(expect.arrayContaining(["INC0000002", "INC0000003"]));
  });

  it("never include the incident itself, and each only once however it was found", () => {
    const it = one(1, { title: "VPN down" });
    expect(find({ title: "VPN down", incidentId: it.id }, [it]).duplicates).toEqual([]);
    expect(find({ title: "VPN down" }, [it, it]).duplicates).toHaveLength(1);
  });

  it("are few and best first, whatever the words", () => {
    const property = fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 20 })),
      fc.string(),
      (titles, text) => {
        const among = titles.map((title, i) => ({ ...one(0, {}), id: `INC${1000000 + i}`, title }));
        const { duplicates } = find(text.trim() ? { title: text } : {}, among);
        expect(duplicates.length).toBeLessThanOrEqual(5);
        const scores = duplicates.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      },
    );
    fc.assert(property);
  });
});
