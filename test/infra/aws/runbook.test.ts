import { readFileSync } from "node:fs";
import { alarmKinds } from "../../../infra/aws/alarm-kinds.ts";
import { Settings } from "../../../infra/aws/settings.ts";

const page = readFileSync("docs/operations.md", "utf8");
const sections = new Map(page.split(/^## /m).map((text) => [text.split("\n", 1)[0] ?? "", text]));
/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
const general = [
  "Deploy",
  "Where things are",
  "Connect monitoring tools",
  "Connect sources of CIs",
  "Connect automation that fulfils requests",
  "Problem settings",
  "Changes: boards, calendars and what nobody decided on",
  "Search",
  "Files",
  "How people are called",
  "Start over from events",
];

describe("the runbook", () => {
  it("has a section for every alarm, and an alarm for every section", () => {
    const headings = [...sections.keys()].slice(1).filter((heading) => !general.includes(heading));
    expect(headings.sort()).toEqual(Object.keys(alarmKinds).sort());
  });

  it.each(Object.keys(alarmKinds))(
    "says of %s what it means, what people notice, what to look at and what to do",
    (kind) => {
      for (const part of ["**Means**", "**People notice**", "**Look at**", "**Do**"]) {
        expect(sections.get(kind)).toContain(part);
      }
    },
  );

  it("links to no section that it does not have", () => {
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor ?? "");
    const anchors = new Set([...sections.keys()].map(anchorOf));
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });

  it("explains every setting", () => {
    const unexplained = Object.keys(Settings.shape).filter(
      (key) => !sections.get("Deploy")?.includes(`\`${key}\``),
    );
    expect(unexplained).toEqual([]);
  });
});
