import { propose, type Resolved } from "../../../services/knowledge/decisions/propose.ts";
import { themesOf } from "../../../services/knowledge/likeness.ts";
import { SettingsFields } from "../../../services/knowledge/settings.ts";
import { helpdeskTickets, replayProposals } from "./replay-proposals.ts";

const rules = SettingsFields.parse({}).proposals;
const text =
  "Deleted the stored credentials of the mail client, signed in again and confirmed that new mail arrives.";
const ticket = (
  id: number,
  more: Partial<Resolved> & { readonly title?: string; readonly text?: string } = {},
): Resolved => ({
  id: `INC${id}`,
  code: "fixed",
  length: (more.text ?? text).length,
  resolvedAt: `2026-03-0${id}T09:00:00.000Z`,
  themes: themesOf({ title: more.title ?? "Outlook keeps asking for the password", text: more.text ?? text }),
  ...more,
});
const nothing = { articles: [], drafts: [], tickets: [] };
const again = [ticket(1), ticket(2)];

describe("the resolution of a ticket", () => {
  it("makes a draft when it is the third of its kind", () => {
    expect(propose(ticket(3), { ...nothing, tickets: again.slice(0, 1) }, rules)).toEqual({
      kind: "none",
      why: "too_rare",
    });
    expect(propose(ticket(3), { ...nothing, tickets: again }, rules)).toEqual({
      kind: "draft",
      alike: ["INC1", "INC2"],
    });
  });

  it("does not count what is another matter, itself, or long ago", () => {
    const others = [ticket(1, { title: "Printer jams", text: "Opened the tray" }), ticket(3)];
    const old = ticket(2, { resolvedAt: "2025-01-01T00:00:00.000Z" });
    expect(propose(ticket(3), { ...nothing, tickets: [...others, old] }, rules).kind).toBe("none");
  });

  it("reuses an article that says it, rather than drafting another", () => {
    const body = `# Sign in again\n\n${text}\n\nThis also helps when the phone asks. Restart it after that.`;
    const article = {
      id: "KB1",
      themes: themesOf({ title: "Outlook asks for a password again and again", text: body }),
    };
    expect(propose(ticket(3), { ...nothing, articles: [article], tickets: again }, rules)).toEqual({
      kind: "reuse",
      articleId: "KB1",
    });
  });

  it("is one more reason for a draft that is to say it", () => {
    const draft = { id: "KB2", themes: ticket(1).themes };
    expect(propose(ticket(3), { ...nothing, drafts: [draft], tickets: again }, rules)).toEqual({
      kind: "tie",
      articleId: "KB2",
    });
  });

  it.each([
    ["too_short", { text: "Done." }],
    ["code", { code: "duplicate" }],
  ] as const)("teaches nobody anything when it is %s", (why, more) => {
    expect(propose(ticket(3, more), { ...nothing, tickets: again }, rules)).toEqual({ kind: "none", why });
  });

  it("is left alone where proposals are switched off", () => {
    expect(propose(ticket(3), { ...nothing, tickets: again }, { ...rules, enabled: false })).toEqual({
      kind: "none",
      why: "switched_off",
    });
  });
});

/** Words that two texts share, of all they have: judged otherwise than the proposals judge. */
const jaccard = (a: string, b: string): number => {
  const [one, other] = [new Set(a.split(/\s+/)), new Set(b.split(/\s+/))];
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
};

describe("the tickets of a real desk", () => {
  it("give few drafts, of which no two say the same", () => {
    const tickets = helpdeskTickets(1000);
    const { counts, drafts } = replayProposals(tickets, rules, 50);
    expect(drafts.length).toBeGreaterThan(20);
    expect(drafts.length).toBeLessThan(tickets.length / 5);
    expect(counts.reuse + counts.tie).toBeGreaterThan(drafts.length / 2);
    const texts = drafts.map((draft) => `${draft.title} ${draft.text}`);
    const twins = texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => jaccard(a, b) > 0.5));
    expect(twins).toEqual([]);
  });
});
