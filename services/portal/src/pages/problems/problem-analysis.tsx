import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import { When } from "../../parts/when.tsx";
import { byBone } from "./cause-form.ts";
import { problemFormTexts as texts } from "./form-texts.ts";
import type { Problem } from "./problem-actions.ts";
import { problemTexts } from "./texts.ts";

type Analysis = NonNullable<Problem["analysis"]>;

const colours = { open: "blue", contributes: "red", ruled_out: "grey" } as const;

const Evidence = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : <Box variant="small">{problemTexts.shownBy(text)}</Box>;

const Whys = ({ whys }: { readonly whys: NonNullable<Analysis["whys"]> }) => (
  <div>
    <Box variant="h3">{texts.whys}</Box>
    <ol>
      {whys.map(({ question, answer, evidence }, at) => (
        <li key={`${question} ${answer}`}>
          <b>{question ?? texts.why(at)}</b> {answer}
          <Evidence text={evidence} />
        </li>
      ))}
    </ol>
  </div>
);

/** The bones of Ishikawa's diagram that have something on them, side by side. */
const Causes = ({ causes }: { readonly causes: NonNullable<Analysis["causes"]> }) => (
  <div>
    <Box variant="h3">{texts.causes}</Box>
    <ColumnLayout columns={3} variant="text-grid">
      {byBone(causes).map(([bone, own]) => (
        <div key={bone}>
          <Box variant="awsui-key-label">{texts.bones[bone]}</Box>
          <ul className="changes">
            {own.map(({ text, verdict, evidence }) => (
              <li key={text}>
                {text} <Badge color={colours[verdict]}>{texts.verdicts[verdict]}</Badge>
                <Evidence text={evidence} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </ColumnLayout>
  </div>
);

const Moments = ({ timeline }: { readonly timeline: NonNullable<Analysis["timeline"]> }) => (
  <div>
    <Box variant="h3">{texts.timeline}</Box>
    <ol className="plain">
      {timeline.map(({ at, text, source }) => (
        <li key={`${at} ${text}`}>
          <b>
            <When at={at} />
          </b>{" "}
          {text}
          {source !== undefined && <Box variant="small">{problemTexts.from(source)}</Box>}
        </li>
      ))}
    </ol>
  </div>
);

/** The analysis as it is read: why after why, causes by kind, what happened when. */
export const ProblemAnalysis = ({ analysis }: { readonly analysis: Analysis }) => {
  const { whys = [], causes = [], timeline = [] } = analysis;
  return (
    <>
      {whys.length > 0 && <Whys whys={whys} />}
      {causes.length > 0 && <Causes causes={causes} />}
      {timeline.length > 0 && <Moments timeline={timeline} />}
    </>
  );
};
