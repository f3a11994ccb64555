import "@cloudscape-design/global-styles/index.css";
import "./portal.css";
import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { introduce } from "./session/introduce.ts";
import { loadMe } from "./session/me.ts";
import { sessionState, startSession } from "./session/session.ts";
import { startAppearance } from "./shell/appearance.ts";
import { startShortcuts } from "./shell/shortcuts.ts";

const showGate = async (root: Root, isBroken: boolean): Promise<void> => {
  const { Gate } = await import("./shell/gate.tsx");
  root.render(<Gate isBroken={isBroken} />);
};

/** A link in a mail decides by itself: nobody has to sign in for it. */
const showDecision = async (root: Root): Promise<void> => {
  const { DecidePage } = await import("./decide/decide-page.tsx");
  root.render(<DecidePage token={location.hash.slice(1)} />);
};

const start = async (root: Root): Promise<void> => {
  if (location.pathname === "/decide") return showDecision(root);
  await startSession();
  if (sessionState.get() === "signed-out") return showGate(root, false);
  const [{ Shell }, me] = await Promise.all([import("./shell/shell.tsx"), loadMe()]);
  void introduce(me);
  root.render(
    <StrictMode>
      <Shell />
    </StrictMode>,
  );
};

const element = document.getElementById("root");
if (element === null) throw new Error("the page has no place for the portal");
const root = createRoot(element);
startAppearance();
startShortcuts();
start(root).catch(() => showGate(root, sessionState.get() !== "ended"));
