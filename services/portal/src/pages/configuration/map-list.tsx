import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { follow } from "../../shell/follow.ts";
import { HealthBadge, type Level } from "./health-badge.tsx";
import type { Answer, Failing, MapItem } from "./map-model.ts";
import { mapTexts as texts } from "./map-texts.ts";
import { useClassName } from "./use-classes.ts";

export type MapListProps = {
  readonly title: string;
  readonly none: string;
  readonly answer: Answer;
  readonly levels: ReadonlyMap<string, Level>;
  readonly onAdd: (failing: Failing) => void;
};

const wayOf = ({ path }: MapItem): string | undefined =>
  path.length > 2 ? path.map(({ name }) => name).join(" → ") : undefined;

/** What the map shows, as a list: everything in it can be read and reached without the picture. */
export const MapList = ({ title, none, answer, levels, onAdd }: MapListProps) => {
  const className = useClassName();
  return (
    <div>
      <Box variant="h3">
        {title} ({answer.impactedCount})
      </Box>
      {answer.items.length === 0 && <Box color="text-body-secondary">{none}</Box>}
      <ul className="plain">
        {answer.items.map((item) => {
          const { id, name, classId, depth } = item;
          const level = levels.get(id);
          return (
            <li key={id} className="map-item">
              <div>
                <Link variant="primary" href={`/cis/${id}`} onFollow={follow}>
                  {name}
                </Link>{" "}
                ({className(classId)}, {texts.steps(depth)})
                {level !== undefined && (
                  <div>
                    <HealthBadge level={level} />
                  </div>
                )}
                <Box color="text-body-secondary" fontSize="body-s">
                  {wayOf(item)}
                </Box>
              </div>
              <Button ariaLabel={texts.alsoFailsName(name)} onClick={() => onAdd({ id, name, classId })}>
                {texts.alsoFails}
              </Button>
            </li>
          );
        })}
      </ul>
      {answer.leftOff > 0 && <Box>{texts.leftOff(answer.leftOff)}</Box>}
      {answer.hiddenCount > 0 && <Box>{texts.hidden(answer.hiddenCount)}</Box>}
      {answer.truncated !== undefined && <Box color="text-status-warning">{answer.truncated.detail}</Box>}
    </div>
  );
};
