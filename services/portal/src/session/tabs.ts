import type { Tokens } from "./tokens.ts";

/** What tabs of the portal in one browser tell each other; pages of other origins hear nothing of it. */
type Message =
  | { readonly kind: "ask" }
  | { readonly kind: "answer"; readonly tokens: Tokens }
  /** What was `before` is replaced, which some issuers refuse from then on. */
  | { readonly kind: "renewed"; readonly before: string; readonly tokens: Tokens }
  | { readonly kind: "signed-out"; readonly tokens: Tokens };

/** So long a new tab waits for another one to answer; one that is there answers within a few milliseconds. */
const patienceMs = 150;

type Holder = {
  readonly tokens: () => Tokens | undefined;
  readonly replace: (tokens: Tokens) => void;
  readonly end: () => void;
};

const isSame = (one: Tokens, other: Tokens | undefined): boolean =>
  one.refresh === undefined ? one.access === other?.access : one.refresh === other?.refresh;

/** Ties this tab to the browser's other tabs, so that all of them act for the person until they sign out. */
export const tieTabs = (
  { tokens, replace, end }: Holder,
  channel: BroadcastChannel = new BroadcastChannel("portal.session"),
) => {
  const tell = (message: Message): void => channel.postMessage(message);
  const waiting = new Set<(tokens: Tokens) => void>();
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    const own = tokens();
    if (data.kind === "ask" && own !== undefined) tell({ kind: "answer", tokens: own });
    if (data.kind === "answer") for (const take of waiting) take(data.tokens);
    // Another tab may act for somebody else: what it does with their session is theirs.
    if (data.kind === "renewed" && own?.refresh === data.before) replace(data.tokens);
    if (data.kind === "signed-out" && isSame(data.tokens, own)) end();
  });
  return {
    /** Tokens of another tab of this browser, where one is signed in. */
    ask: (): Promise<Tokens | undefined> =>
      new Promise((resolve) => {
        const done = (found?: Tokens): void => {
          waiting.delete(done);
          clearTimeout(timer);
          resolve(found);
        };
        const timer = setTimeout(done, patienceMs);
        waiting.add(done);
        tell({ kind: "ask" });
      }),
    renewed: (before: string, next: Tokens): void => tell({ kind: "renewed", before, tokens: next }),
    signedOut: (last: Tokens): void => tell({ kind: "signed-out", tokens: last }),
  };
};
