import { useEffect, useState } from "react";
import type { Designing, Place } from "./designing.ts";
import { type Fault, type Part, partOf, parts, rowsAround } from "./places.ts";
import type { TypedItem } from "./typed-item.ts";

type Wanted = { readonly uid: string; readonly on: Place };

const enabled = ":is(input, textarea, button):not([disabled])";

const otherWay: Partial<Record<Place, Place>> = { up: "down", down: "up" };

/** What of a row is to have the focus: the button that was pressed, or its neighbour where that can do nothing more. */
const elementOf = ({ uid, on }: Wanted): HTMLElement | null => {
  const row = document.querySelector(`[data-row="${uid}"]`);
  // Rows stand in rows: only the row's own buttons are meant.
  const doing = (place: Place | undefined) =>
    [...(row?.querySelectorAll<HTMLElement>(`[data-do="${place}"]:not([disabled])`) ?? [])].find(
      (button) => button.closest("[data-row]") === row,
    );
  if (on !== "field") return doing(on) ?? doing(otherWay[on]) ?? null;
  const body = row?.querySelector("[data-body]") ?? row;
  return (
    body?.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid="true"]') ??
    body?.querySelector<HTMLElement>(enabled) ??
    null
  );
};

/** The part that the address names, so that a page that is loaded anew shows what it showed. */
const namedPart = (): Part => {
  const named = new URLSearchParams(location.search).get("part");
  return parts.find((each) => each === named) ?? "about";
};

/** Which part of an item is shown, which of its rows are open, and where the focus goes after something was done. */
export const usePlaces = (item: TypedItem) => {
  const [part, showPart] = useState(namedPart);
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({});
  const [wanted, setWanted] = useState<Wanted>();
  const [said, say] = useState("");
  useEffect(() => {
    if (wanted !== undefined) elementOf(wanted)?.focus();
  }, [wanted]);
  const setPart = (next: Part): void => {
    showPart(next);
    history.replaceState(history.state, "", `?part=${next}`);
  };
  const isSection = (uid: string): boolean => item.form.sections.some((each) => each.uid === uid);
  const places: Pick<Designing, "isOpen" | "open" | "say" | "focus"> = {
    // The few sections of a form stand open, so that its fields are seen at once.
    isOpen: (uid) => opened[uid] ?? isSection(uid),
    open: (uid, isOpen) => setOpened((before) => ({ ...before, [uid]: isOpen })),
    say,
    focus: (uid, on) => setWanted({ uid, on }),
  };
  return {
    ...places,
    part,
    setPart,
    said,
    /** Opens what is around a fault, and goes there. */
    show: (fault: Fault): void => {
      setPart(partOf(item, fault));
      const around = rowsAround(item, fault.uid);
      setOpened((before) => ({ ...before, ...Object.fromEntries(around.map((uid) => [uid, true])) }));
      setWanted({ uid: fault.uid || "item", on: "field" });
    },
  };
};
