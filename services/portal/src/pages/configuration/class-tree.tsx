import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import Spinner from "@cloudscape-design/components/spinner";
import TreeView from "@cloudscape-design/components/tree-view";
import { useMemo, useState } from "react";
import { filteredBy } from "../../parts/filter/one-filter.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { follow } from "../../shell/follow.ts";
import { configurationTexts as texts } from "./texts.ts";
import { type CiClass, useClasses } from "./use-classes.ts";

type Children = ReadonlyMap<string, readonly CiClass[]>;

/** Classes by what they are below; the root is below itself, and below nothing here. */
const childrenOf = (classes: readonly CiClass[]): Children => {
  const byParent = new Map<string, CiClass[]>();
  for (const each of classes.toSorted((one, other) => one.name.localeCompare(other.name))) {
    const parent = each.parentId === each.id ? "" : each.parentId;
    byParent.set(parent, [...(byParent.get(parent) ?? []), each]);
  }
  return byParent;
};

/** The classes above one, itself included: they are open when it is shown. */
const chainOf = (classes: readonly CiClass[], id: string | undefined): readonly string[] => {
  const byId = new Map(classes.map((each) => [each.id, each]));
  const chain = new Set<string>();
  for (let at = byId.get(id ?? ""); at !== undefined && !chain.has(at.id); at = byId.get(at.parentId))
    chain.add(at.id);
  return [...chain];
};

const Name = ({ each, isCurrent }: { readonly each: CiClass; readonly isCurrent: boolean }) => {
  const name = each.state === "retired" ? `${each.name} (${texts.retiredClass})` : each.name;
  if (each.abstract) return <Box color="text-body-secondary">{name}</Box>;
  // The link stays where it was, and so does the focus of who has just chosen it.
  return (
    <>
      <Link
        variant={isCurrent ? "primary" : "secondary"}
        href={filteredBy("/cis", { key: "classId", value: each.id })}
        onFollow={follow}
      >
        {name}
      </Link>
      {isCurrent && ` (${texts.shown})`}
    </>
  );
};

type Props = { readonly classes: readonly CiClass[]; readonly current: string | undefined };

const Tree = ({ classes, current }: Props) => {
  const children = useMemo(() => childrenOf(classes), [classes]);
  const roots = children.get("") ?? [];
  const [opened, setOpened] = useState<readonly string[]>(() => [
    ...roots.map(({ id }) => id),
    ...chainOf(classes, current).filter((id) => children.has(id)),
  ]);
  return (
    <TreeView<CiClass>
      ariaLabel={texts.classTree}
      items={roots}
      getItemId={({ id }) => id}
      getItemChildren={({ id }) => children.get(id)}
      renderItem={(each) => ({
        content: <Name each={each} isCurrent={each.id === current} />,
        announcementLabel: each.name,
      })}
      expandedItems={opened}
      onItemToggle={({ detail: { id, expanded } }) =>
        setOpened((before) => (expanded ? [...before, id] : before.filter((each) => each !== id)))
      }
      i18nStrings={{
        // The class's name is said after it.
        expandButtonLabel: () => texts.expand,
        collapseButtonLabel: () => texts.collapse,
      }}
    />
  );
};

/** Every class of configuration items; one of them shows its items. */
export const ClassTree = ({ current }: Pick<Props, "current">) => {
  const { value, problem, refresh } = useClasses();
  if (value === undefined)
    return problem === undefined ? <Spinner /> : <ProblemAlert problem={problem} onRetry={refresh} />;
  return (
    <>
      <Tree classes={value.classes} current={current} />
      {value.truncated && <Box color="text-body-secondary">{texts.notAllClasses}</Box>}
    </>
  );
};
