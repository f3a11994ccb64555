import { type Mutation, property, without } from "./mutation.ts";

/** Faults that nobody would hear of. */
export const watchMutations: readonly Mutation[] = [
  {
    title: "an alarm that reaches nobody",
    change: property("Pencil/pencildeadletters", "AlarmActions", undefined),
    caughtBy: "house rules",
  },
  {
    title: "an alarm that is muted",
    change: property("Pencil/pencildeadletters", "ActionsEnabled", false),
    caughtBy: "house rules",
  },
  {
    title: "an alarm on a metric that does not exist",
    change: property("Pencil/pencildeadletters", "MetricName", "NumberOfMessagesVisible"),
    caughtBy: "house rules",
  },
  {
    title: "an alarm on another queue",
    change: property("Pencil/pencildeadletters", "Dimensions.0.Value", "steward-pencil-dead-letter"),
    caughtBy: "house rules",
  },
  {
    title: "an alarm that says not where to read on",
    change: property("Pencil/pencildeadletters", "AlarmDescription", "Something is wrong"),
    caughtBy: "house rules",
  },
  {
    title: "an alarm that rings while nobody works",
    change: property("Pencil/pencildeadletters", "TreatMissingData", "breaching"),
    caughtBy: "house rules",
  },
  {
    title: "an alarm that looks at no period",
    change: property("Pencil/pencildeadletters", "EvaluationPeriods", 0),
    caughtBy: "validate",
  },
  {
    title: "a publisher whose lag nobody watches",
    change: without("Pencil/pencilpublisheriteratorage"),
    caughtBy: "house rules",
  },
  {
    title: "an API whose failures nobody watches",
    change: without("Entrance/apiapi5xx"),
    caughtBy: "house rules",
  },
];
