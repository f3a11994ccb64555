import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { configurationTexts } from "../configuration/texts.ts";
import { useClassName } from "../configuration/use-classes.ts";
import { Compare, type Keeps } from "./compare.tsx";
import { comparedOf, takenOf } from "./comparing.ts";
import type { Duplicate } from "./duplicate.ts";
import { duplicateTexts as texts } from "./texts.ts";

type Ci = Schemas["Ci"];

type Props = {
  readonly duplicate: Duplicate;
  readonly cis: readonly Ci[];
  readonly onDone: (duplicate: Duplicate) => void;
  readonly onConflict: () => void;
};

type SurvivorProps = {
  readonly cis: readonly Ci[];
  readonly value: string;
  readonly onChange: (id: string) => void;
};

const Survivor = ({ cis, value, onChange }: SurvivorProps) => {
  const className = useClassName();
  return (
    <div>
      <Box variant="h3">{texts.survivor}</Box>
      <RadioGroup
        ariaLabel={texts.survivor}
        value={value}
        items={cis.map((ci) => ({
          value: ci.id,
          label: `${ci.id} ${ci.name}`,
          description: [
            className(ci.classId),
            configurationTexts.states[ci.state],
            ci.sources?.map(({ sourceId, key }) => `${sourceId} ${key}`).join(", "),
          ]
            .filter(Boolean)
            .join(", "),
          // What is there does not go into what is not.
          disabled: ci.state === "retired" && cis.some(({ state }) => state !== "retired"),
        }))}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </div>
  );
};

/** Two items side by side: which one stays, and of which each field is kept. */
export const MergeCard = ({ duplicate, cis, onDone, onConflict }: Props) => {
  const usual = cis.find(({ state }) => state !== "retired") ?? cis[0];
  const [survivorId, setSurvivor] = useState(duplicate.survivorId ?? usual?.id ?? "");
  const [keeps, setKeeps] = useState<Keeps>({});
  const mayMerge = duplicate.actions?.includes("merge") === true;
  const compared = comparedOf(cis);
  const { run, isRunning, problem } = useCommand("POST /ci-duplicates/{duplicateId}/merge", {
    done: texts.merged(survivorId),
    onDone,
    onRefused: ({ status }) => (status === 412 || status === 409) && onConflict(),
  });
  const merge = (): void =>
    void run({
      params: { duplicateId: duplicate.id },
      body: { survivorId, take: takenOf(compared, keeps, survivorId) },
      version: duplicate.version,
    });
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={mayMerge ? texts.compareLead : undefined}
          actions={
            mayMerge && (
              <Button variant="primary" loading={isRunning} onClick={merge}>
                {texts.merge}
              </Button>
            )
          }
        >
          {texts.compare}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={problem} />
        {mayMerge && <Survivor cis={cis} value={survivorId} onChange={setSurvivor} />}
        <Compare
          compared={compared}
          cis={cis}
          survivorId={survivorId}
          keeps={keeps}
          onKeep={mayMerge ? (name, id) => setKeeps({ ...keeps, [name]: id }) : undefined}
        />
      </SpaceBetween>
    </Container>
  );
};
