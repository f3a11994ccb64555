import Spinner from "@cloudscape-design/components/spinner";
import { lazy, Suspense, useState } from "react";
import { Route, Switch, useLocation } from "wouter";
import { pages } from "../pages/index.ts";
import type { Page } from "../pages/page.ts";
import { sessionState } from "../session/session.ts";
import { useStore } from "../session/store.ts";
import { shellTexts as texts } from "../texts/shell.ts";
import { useArrival } from "./arrival.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { goTo } from "./follow.ts";
import { Frame } from "./frame.tsx";
import { lazyPage } from "./lazy-page.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { useTitle } from "./title.ts";
import { TopBar } from "./top-bar.tsx";

const ShortcutsHelp = lazy(async () => ({ default: (await import("./shortcuts-help.tsx")).ShortcutsHelp }));
const SessionEnded = lazy(async () => ({ default: (await import("./session-ended.tsx")).SessionEnded }));
const NotFound = lazy(async () => ({ default: (await import("./not-found.tsx")).NotFound }));

type Parameters = Readonly<Record<string, string>>;

const Shown = ({ page, params }: { readonly page: Page; readonly params: Parameters }) => {
  useTitle(page.title);
  const Component = lazyPage(page);
  return <Component {...params} />;
};

const Content = () => {
  const [location] = useLocation();
  useArrival(location);
  return (
    <ErrorBoundary of={location}>
      <Suspense fallback={<Spinner size="large" />}>
        <Switch>
          {pages.map((page) => (
            <Route key={page.path} path={page.path}>
              {(params) => <Shown page={page} params={params as Parameters} />}
            </Route>
          ))}
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
};

/** Everything around a page: bars, navigation, messages, help. */
export const Shell = () => {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const state = useStore(sessionState);
  useShortcuts([
    { keys: "?", meaning: texts.shortcuts, run: () => setHelpOpen(true) },
    { keys: "g h", meaning: texts.home, run: () => goTo("/") },
  ]);
  return (
    <>
      <Frame bar={<TopBar onHelp={() => setHelpOpen(true)} />}>
        <Content />
      </Frame>
      <Suspense>
        {isHelpOpen && <ShortcutsHelp onClose={() => setHelpOpen(false)} />}
        {state === "ended" && <SessionEnded />}
      </Suspense>
    </>
  );
};
