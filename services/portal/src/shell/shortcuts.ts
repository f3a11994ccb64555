import { useEffect, useRef } from "react";
import { createStore } from "../session/store.ts";
import { pressedShortcut, type Shortcut } from "./pressed-shortcut.ts";

/** What can be pressed right now, for the list that `?` shows. */
export const activeShortcuts = createStore<readonly Shortcut[]>([]);

/** Between the two keys of a shortcut. */
const pauseMs = 1000;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select, [role=combobox], [role=textbox]"));

const hasModal = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

let first: { readonly key: string; readonly at: number } | undefined;

const onKey = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || hasModal()) return;
  const before = first !== undefined && event.timeStamp - first.at < pauseMs ? first.key : undefined;
  const pressed = pressedShortcut(activeShortcuts.get(), before, event.key);
  first = pressed === undefined ? { key: event.key, at: event.timeStamp } : undefined;
  if (pressed === undefined) return;
  event.preventDefault();
  pressed.run();
};

/** Listens for the whole page; called once. */
export const startShortcuts = (): void => document.addEventListener("keydown", onKey);

/** Offers shortcuts while the component is shown; what they do may change with every drawing. */
export const useShortcuts = (shortcuts: readonly Shortcut[]): void => {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const names = shortcuts.map(({ keys, meaning }) => `${keys}\n${meaning}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names say when the offer is another one
  useEffect(() => {
    const offered = latest.current.map(({ keys, meaning }, at) => ({
      keys,
      meaning,
      run: () => latest.current[at]?.run(),
    }));
    activeShortcuts.set([...activeShortcuts.get(), ...offered]);
    return () => activeShortcuts.set(activeShortcuts.get().filter((each) => !offered.includes(each)));
  }, [names]);
};
