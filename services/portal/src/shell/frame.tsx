import "./frame.css";
import Button from "@cloudscape-design/components/button";
import { type ReactNode, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { shellTexts as texts } from "../texts/shell.ts";
import { Navigation } from "./navigation.tsx";
import { NoticeBar } from "./notice-bar.tsx";

/** In a narrower window the navigation lies over the page and gives way to it. */
const wide = matchMedia("(min-width: 1000px)");

type Props = { readonly bar: ReactNode; readonly children: ReactNode };

/**
 * What stays while pages come and go: the bar, the navigation, messages. Cloudscape's own layout brings drawers, split
 * panels and sorting, a quarter of what is loaded before the first page: this is what of it the portal has.
 */
export const Frame = ({ bar, children }: Props) => {
  const [isOpen, setOpen] = useState(wide.matches);
  const [location] = useLocation();
  useEffect(() => {
    const fit = (): void => setOpen(wide.matches);
    wide.addEventListener("change", fit);
    return () => wide.removeEventListener("change", fit);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who went to a page wants to see it
  useEffect(() => {
    if (!wide.matches) setOpen(false);
  }, [location]);
  return (
    <>
      <a className="skip" href="#page">
        {texts.skip}
      </a>
      <div id="top-bar">{bar}</div>
      <div className={isOpen ? "frame frame-open" : "frame"}>
        <div className="frame-side">
          <Button
            variant="icon"
            iconName={isOpen ? "angle-left" : "menu"}
            ariaLabel={isOpen ? texts.closeNavigation : texts.openNavigation}
            ariaExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
          {isOpen && (
            <nav aria-label={texts.navigation}>
              <Navigation />
            </nav>
          )}
        </div>
        <main id="page" tabIndex={-1}>
          <NoticeBar />
          {children}
        </main>
      </div>
    </>
  );
};
