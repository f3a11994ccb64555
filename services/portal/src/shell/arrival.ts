import { useEffect, useRef } from "react";

/** A page that takes longer to show its heading is looked at by then anyhow. */
const longestMs = 10_000;

/** Whether the focus was on what is gone now, or stayed with what leads to pages: not on something of the page itself. */
const isLost = (main: Element, focused: Element | null): boolean =>
  focused === null || focused === document.body || !main.contains(focused);

/** The page that was left stays in the document, not to be seen, until the next one is loaded. */
const shownHeading = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>("main h1")].find((heading) => heading.checkVisibility());

/** Gives the focus to the heading of the page that was gone to; answers whether there was one. */
const arrive = (): boolean => {
  const heading = shownHeading();
  const main = heading?.closest("main");
  if (heading === undefined || main == null) return false;
  if (isLost(main, document.activeElement)) {
    heading.tabIndex = -1;
    heading.focus();
  }
  return true;
};

/**
 * Who goes to another page arrives at its heading: the keyboard goes on from there and a screen reader says it. Focus
 * that is in the page already, such as in its first field or on the button that leads to the next month, stays.
 */
export const useArrival = (location: string): void => {
  const before = useRef(location);
  useEffect(() => {
    if (before.current === location) return;
    before.current = location;
    if (arrive()) return;
    const observer = new MutationObserver(() => {
      if (arrive()) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), longestMs);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [location]);
};
