import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { PersonName } from "../../parts/names/named.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import type { Change } from "./change-actions.ts";
import { changeTexts } from "./texts.ts";
import { workTexts as texts } from "./work-texts.ts";

type Props = { readonly change: Change };
type Permit = NonNullable<Change["permits"]>[number];
type Evidence = NonNullable<Change["evidence"]>[number];

/** Only addresses of the web are opened: what a pipeline wrote is somebody else's text. */
const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

const EvidenceShown = ({ evidence: { kind, outcome, text, url, at } }: { readonly evidence: Evidence }) => (
  <li>
    {inWords(kind)} <StateBadge state={outcome} /> <When at={at} />{" "}
    {url !== undefined && isWeb(url) && (
      <Link href={url} external>
        {url}
      </Link>
    )}
    {text !== undefined && <p className="words">{text}</p>}
  </li>
);

const PermitShown = ({ permit, all }: { readonly permit: Permit; readonly all: readonly Evidence[] }) => (
  <li>
    <PersonName id={permit.givenTo} />, <When at={permit.givenAt} /> {texts.until}{" "}
    <When at={permit.expiresAt} />
    {permit.voidAt !== undefined && (
      <b>
        {" "}
        ({texts.void} <When at={permit.voidAt} />)
      </b>
    )}
    {[permit.purpose, permit.serviceId].filter(Boolean).map((each) => `, ${each}`)}
    <ul>
      {all
        .filter(({ permitId }) => permitId === permit.id)
        .map((evidence) => (
          <EvidenceShown key={`${evidence.at} ${evidence.kind}`} evidence={evidence} />
        ))}
    </ul>
  </li>
);

/** Whom it was permitted to carry it out, and what they wrote back of it. */
export const ChangeEvidence = ({ change: { permits = [], evidence = [] } }: Props) => {
  if (permits.length + evidence.length === 0) return null;
  const known = new Set(permits.map(({ id }) => id));
  const others = evidence.filter(({ permitId }) => !known.has(permitId));
  return (
    <Container header={<Header variant="h2">{texts.evidence}</Header>}>
      <ul className="plain">
        {permits.map((permit) => (
          <PermitShown key={permit.id} permit={permit} all={evidence} />
        ))}
        {others.map((each) => (
          <EvidenceShown key={`${each.at} ${each.kind}`} evidence={each} />
        ))}
      </ul>
    </Container>
  );
};

/** What monitoring said of its items while it was being done. */
export const ChangeAlerts = ({ change: { alerts = [] } }: Props) =>
  alerts.length === 0 ? null : (
    <Container header={<Header variant="h2">{texts.alerts}</Header>}>
      <ul className="plain">
        {alerts.map(({ alertId, state, severity, summary, muted, at }) => (
          <li key={alertId}>
            <StateBadge state={state === "firing" ? "failed" : "resolved"} text={inWords(state)} /> {summary}{" "}
            ({texts.severity(severity)}
            {muted && `, ${texts.muted}`}) <When at={at} />
          </li>
        ))}
      </ul>
    </Container>
  );

/** What came of it, and what was learnt. */
export const ChangeReview = ({ change: { review, outcomeText, outcome } }: Props) =>
  review === undefined && outcomeText === undefined ? null : (
    <Container header={<Header variant="h2">{texts.reviewTitle}</Header>}>
      <SpaceBetween size="xs">
        {outcome !== undefined && <b>{changeTexts.outcomes[outcome]}</b>}
        {outcomeText !== undefined && <p className="words">{outcomeText}</p>}
        {review !== undefined && (
          <>
            <p className="words">{review.text}</p>
            <Box variant="small">
              {texts.reviewedBy} <PersonName id={review.reviewerId} />, <When at={review.at} />
            </Box>
          </>
        )}
      </SpaceBetween>
    </Container>
  );
