import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { fieldName } from "../../api/plain-words.ts";
import { useRead } from "../../api/use-read.ts";
import { DayField } from "../../parts/form/form-fields.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { useNow } from "../../parts/now.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { endOfDay, timeText } from "../../parts/times.ts";
import { follow } from "../../shell/follow.ts";
import { useClassName } from "../configuration/use-classes.ts";
import type { Baseline } from "./baseline.ts";
import { endsIn, valueText } from "./drift-words.ts";
import { baselineTexts as texts } from "./texts.ts";

type DriftAnswer = Schemas["CiDrift"];
type Named = DriftAnswer["added"][number];
type Changed = DriftAnswer["changed"][number];
export type DriftProps = { readonly baseline: Baseline };

const Items = ({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly (Named | Changed)[];
}) => {
  const className = useClassName();
  return items.length === 0 ? null : (
    <div>
      <Box variant="h3">{title}</Box>
      <ul className="changes">
        {items.map((each) => (
          <li key={each.id}>
            <Link href={`/cis/${each.id}`} onFollow={follow} variant="primary">
              {each.name}
            </Link>{" "}
            ({className(each.classId)})
            {"changes" in each && (
              <ul className="changes">
                {Object.entries(each.changes).map(([name, { from, to }]) => (
                  <li key={name}>
                    {texts.sets(fieldName(name.replace(/^attributes\./, "")), valueText(from), valueText(to))}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** So many relations are told by the names of their ends; each name is a question of its own. */
const mostNamed = 25;

const Relations = ({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) => {
  const ends = ids.map(endsIn);
  const name = useCiNames(ends.slice(0, mostNamed).flatMap(({ from, to }) => [from, to]));
  return ids.length === 0 ? null : (
    <div>
      <Box variant="h3">{title}</Box>
      <ul className="changes">
        {ends.map(({ id, from, type, to }) => (
          <li key={id}>{texts.relation(name(from), type, name(to))}</li>
        ))}
      </ul>
    </div>
  );
};

const Told = ({ drift }: { readonly drift: DriftAnswer }) => {
  const { before, after, hidden, ...counts } = drift.counts;
  const isSame = Object.values(counts).every((count) => count === 0) && hidden === 0;
  return (
    <SpaceBetween size="m">
      <Box>
        {texts.driftLead(timeText(drift.from), timeText(drift.to))} {texts.items(before, after)}{" "}
        {isSame && texts.nothing} {hidden > 0 && texts.hidden(hidden)}
      </Box>
      {drift.truncated?.map(({ detail }) => (
        <Box key={detail} color="text-status-warning">
          {detail}
        </Box>
      ))}
      {!isSame && (
        <KeyValues
          columns={3}
          pairs={Object.entries(counts).map(([name, count]) => [texts.counts[name] ?? name, count])}
        />
      )}
      <Items title={texts.counts.added ?? ""} items={drift.added} />
      <Items title={texts.counts.removed ?? ""} items={drift.removed} />
      <Items title={texts.counts.changed ?? ""} items={drift.changed} />
      <Relations title={texts.counts.relationsAdded ?? ""} ids={drift.relationsAdded} />
      <Relations title={texts.counts.relationsRemoved ?? ""} ids={drift.relationsRemoved} />
      <Relations title={texts.counts.relationsChanged ?? ""} ids={drift.relationsChanged} />
    </SpaceBetween>
  );
};

/** How things are now, or were on a day, against the baseline. */
export const Drift = ({ baseline }: DriftProps) => {
  const [day, setDay] = useState("");
  const now = useNow();
  const end = endOfDay(day);
  // The end of today is not there yet: that is now.
  const at = end === undefined || Date.parse(end) > now ? undefined : end;
  const { value, problem, isLoading, refresh } = useRead(
    "GET /ci-baselines/{baselineId}/drift",
    { params: { baselineId: baseline.id }, query: at === undefined ? {} : { at } },
    { everyMs: 0 },
  );
  return (
    <Container header={<Header variant="h2">{texts.drift}</Header>}>
      <SpaceBetween size="m">
        <DayField label={texts.until} hint={texts.untilHint} value={day} onChange={setDay} />
        <ProblemAlert problem={problem} onRetry={refresh} />
        {isLoading && <Spinner />}
        {value !== undefined && <Told drift={value} />}
      </SpaceBetween>
    </Container>
  );
};
