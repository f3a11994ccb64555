import { applyDensity, applyMode, Density, Mode } from "@cloudscape-design/global-styles";
import { createStore } from "../session/store.ts";

/** How the person wants the portal to look, kept on this device. */
export type Appearance = {
  readonly theme: "light" | "dark" | "system";
  readonly density: "comfortable" | "compact";
};

const key = "portal.appearance";
const darkness = matchMedia("(prefers-color-scheme: dark)");

const stored = (): Appearance => {
  const usual: Appearance = { theme: "system", density: "comfortable" };
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(key) ?? "{}") };
  } catch {
    return usual;
  }
};

export const appearance = createStore<Appearance>(stored());

const apply = (): void => {
  const { theme, density } = appearance.get();
  const isDark = theme === "dark" || (theme === "system" && darkness.matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  applyDensity(density === "compact" ? Density.Compact : Density.Comfortable);
};

/** Applies the choice now, and whenever it or the system's changes. */
export const startAppearance = (): void => {
  apply();
  darkness.addEventListener("change", apply);
  appearance.subscribe(() => {
    localStorage.setItem(key, JSON.stringify(appearance.get()));
    apply();
  });
};
