import { portalFiles } from "../../../infra/aws/portal-files.ts";
import { firstViews } from "../portal/first-views.ts";
import type { Section } from "../result.ts";

const goalKilobytes = 300;
const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

/** What a browser loads before it can draw each page, when it is the first one that somebody visits. */
export const portalSizes = async (): Promise<Section> => {
  const views = firstViews(await portalFiles());
  return {
    title: "Portal: first views",
    method: "script and styles that the first visit of a page loads, each file compressed by gzip",
    columns: ["page", "script, kB", "style, kB"],
    rows: views.map(({ page, script, style }) => [page, kilobytes(script), kilobytes(style)]),
    findings: [
      {
        what: `the largest first view (${views[0]?.page})`,
        value: kilobytes(views[0]?.script ?? Number.NaN),
        unit: "kB",
        goal: { atMost: goalKilobytes },
      },
    ],
  };
};
