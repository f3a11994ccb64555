import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Due } from "../../parts/due.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import type { Incident } from "./incident.ts";
import { incidentTexts as texts } from "./texts.ts";
import { incidentWorkTexts as workTexts } from "./work-texts.ts";

const words = workTexts.majors;

/** How a major incident stands: who leads it, who hears of it next, and its review. */
export const IncidentMajor = ({ incident: { major, majorState } }: { readonly incident: Incident }) => {
  if (major === undefined || (majorState !== "accepted" && majorState !== "proposed")) return null;
  const { review } = major;
  return (
    <Container
      header={<Header variant="h2">{majorState === "proposed" ? texts.majorProposed : words.title}</Header>}
    >
      <SpaceBetween size="s">
        <KeyValues
          pairs={[
            [words.why, major.reason],
            [words.phase, words.phases[major.phase]],
            [words.manager, <PersonName key="manager" id={major.managerId} />],
            [words.contained, major.mitigatedAt && <When key="contained" at={major.mitigatedAt} />],
            [words.summary, review?.summary],
          ]}
        />
        {major.plan.length > 0 && (
          <div>
            {words.nextUpdate}
            <ul className="changes">
              {major.plan.map(({ group, everyMinutes, dueAt }) => (
                <li key={group}>
                  {words.everyMinutes(group, everyMinutes)}: <Due at={dueAt} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </SpaceBetween>
    </Container>
  );
};
