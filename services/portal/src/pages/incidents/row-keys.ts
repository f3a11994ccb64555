import { goTo } from "../../shell/follow.ts";
import { useShortcuts } from "../../shell/shortcuts.ts";
import { incidentTexts } from "./texts.ts";

const texts = incidentTexts.keys;

const links = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-row] a")];

const currentAt = (): number => links().indexOf(document.activeElement as HTMLElement);

const move = (by: number): void => {
  const all = links();
  const at = currentAt();
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next]?.focus();
};

const select = (): void => {
  const row = links()[currentAt()]?.closest("tr");
  row?.querySelector<HTMLElement>('input[type="checkbox"]')?.click();
};

/** Goes through a queue without the mouse: j, k, x; g and a letter for another queue; / for the search. */
export const useRowKeys = (): void =>
  useShortcuts([
    { keys: "j", meaning: texts.next, run: () => move(1) },
    { keys: "k", meaning: texts.previous, run: () => move(-1) },
    { keys: "o", meaning: texts.open, run: () => links()[currentAt()]?.click() },
    { keys: "x", meaning: texts.select, run: select },
    { keys: "g m", meaning: texts.mine, run: () => goTo("/queues/mine") },
    { keys: "g u", meaning: texts.unassigned, run: () => goTo("/queues/unassigned") },
    { keys: "g b", meaning: texts.breaching, run: () => goTo("/queues/breaching") },
    {
      keys: "/",
      meaning: texts.search,
      run: () => document.querySelector<HTMLElement>('input[type="search"]')?.focus(),
    },
  ]);
