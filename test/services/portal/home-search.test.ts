import { eachOnce, hitOf } from "../../../services/portal/src/pages/home/hit.ts";

const found = (kind: "article" | "known_error" | "incident", id: string) => ({
  kind,
  id,
  title: [{ text: "VPN", hit: true }],
  excerpt: [],
});

describe("what the start page found", () => {
  it("leads to the page that everybody may read, and of past tickets to the ticket, by its number", () => {
    expect(hitOf(found("article", "KB0000001")).href).toBe("/read/KB0000001?found");
    expect(hitOf(found("known_error", "PRB0000001")).href).toBe("/known-errors/PRB0000001");
    const past = hitOf(found("incident", "INC0000001"));
    expect(past).toMatchObject({ kind: "past", href: "/incidents/INC0000001" });
    expect(past.title.map(({ text }) => text).join("")).toBe("INC0000001 VPN");
  });

  it("is shown once, as one's own ticket where it is that", () => {
    const own = { ...hitOf(found("incident", "INC0000001")), kind: "ticket" as const };
    const hits = [own, hitOf(found("article", "KB0000001")), hitOf(found("incident", "INC0000001"))];
    expect(eachOnce(hits).map(({ kind }) => kind)).toEqual(["ticket", "article"]);
  });
});
