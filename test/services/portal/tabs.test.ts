import { tieTabs } from "../../../services/portal/src/session/tabs.ts";
import type { Tokens } from "../../../services/portal/src/session/tokens.ts";

const channels: BroadcastChannel[] = [];

/** A tab of the browser, signed in or not. */
const openTab = (first?: Tokens) => {
  const tab = { tokens: first, ended: false };
  const channel = new BroadcastChannel("portal.test");
  channels.push(channel);
  const tie = tieTabs(
    {
      tokens: () => tab.tokens,
      replace: (next) => {
        tab.tokens = next;
      },
      end: () => {
        tab.tokens = undefined;
        tab.ended = true;
      },
    },
    channel,
  );
  return { tab, tie };
};
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

/** What was told before an answer came has been heard by then. */
const heard = (): Promise<unknown> => openTab().tie.ask();

const emma: Tokens = { access: "emma-1", refresh: "emma-r1", expiresAt: 1 };
const noah: Tokens = { access: "noah-1", refresh: "noah-r1", expiresAt: 1 };

describe("tabs of one browser", () => {
  it("hand the session on to a new one", async () => {
    openTab(emma);
    expect(await openTab().tie.ask()).toEqual(emma);
  });

  it("have nothing to hand on while nobody is signed in", async () => {
    openTab();
    expect(await openTab().tie.ask()).toBeUndefined();
  });

  it("all have the new tokens when one of them renews", async () => {
    const [one, other, stranger] = [openTab(emma), openTab(emma), openTab(noah)];
    const next: Tokens = { access: "emma-2", refresh: "emma-r2", expiresAt: 2 };
    one.tab.tokens = next;
    one.tie.renewed("emma-r1", next);
    await heard();
    expect(other.tab.tokens).toEqual(next);
    expect(stranger.tab.tokens).toEqual(noah);
  });

  it("all end when the person signs out in one, and nobody else's", async () => {
    const [one, other, stranger] = [openTab(emma), openTab(emma), openTab(noah)];
    one.tie.signedOut(emma);
    await heard();
    expect(other.tab.ended).toBe(true);
    expect(stranger.tab.ended).toBe(false);
  });
});
