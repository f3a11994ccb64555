import type { Plan } from "./plan.ts";

/** A plan as it was printed when it broke something. */
const printed = (text: string): Plan => JSON.parse(text);

/**
 * Plans that once broke an invariant of the product, shrunk, and what it was; played in every test run. A plan
 * is kept as data, as `npm run simulate` prints it: what a seed stands for changes with the drawing.
 */
export const failedSeeds: readonly { readonly plan: Plan; readonly was: string }[] = [
  {
    was: "An update to stakeholders that was told to be due was told again when the plan was said once more",
    plan: printed(
      '{"seed":45,"services":["incident"],"operations":[0,1,2,3,4,5,9,10,13],"faults":[{"kind":"throttle","at":35,"times":5,"amount":0},{"kind":"throttle","at":14,"times":1,"amount":0},{"kind":"failure","at":56,"times":12,"amount":0},{"kind":"lost-answer","at":11,"times":1,"amount":0}],"asked":{"0":{"method":"POST","path":"/incidents","isKeyed":true,"as":"emil","body":{"title":"word-0","ciIds":["db-1"],"impact":2}},"1":{"as":"ada","method":"PUT","path":"/incident-settings","ifMatch":0,"body":{"matrix":{"1":{"1":1,"2":2,"3":3},"2":{"1":2,"2":3,"3":4},"3":{"1":3,"2":4,"3":5}},"autoCloseDays":0.01,"reopenDays":30,"openTasks":"block","targetHours":{"1":4,"2":8,"3":72,"4":120,"5":240}}},"2":{"method":"POST","path":"/incidents","isKeyed":true,"as":"abe","body":{"title":"word-2","ciIds":["db-1"],"impact":2,"location":"Berlin","callerId":"eve"}},"3":{"method":"POST","path":"/incidents","isKeyed":false,"as":"nora","body":{"title":"word-3","ciIds":["app-1","db-1"],"impact":1,"callerId":"emil","begin":{"state":"resolved","code":"advice","text":"word-3"}}},"4":{"as":"abe","method":"POST","path":"/incidents/INC0000002/major/propose","body":{"reason":"word-4"},"isKeyed":false,"mayChangeNothing":false},"5":{"as":"ann","method":"POST","path":"/incidents/INC0000003/reopen","body":{"reason":"word-5"},"isKeyed":true,"mayChangeNothing":false},"9":{"as":"robot","method":"POST","path":"/incidents/INC0000001/major/propose","body":{"reason":"word-9"},"isKeyed":true,"mayChangeNothing":false},"10":{"as":"max","method":"POST","path":"/incidents/INC0000001/major/accept","body":{"plan":[{"group":"callers","audience":"callers","channel":"portal","everyMinutes":10},{"group":"management","audience":"stakeholders","channel":"email","everyMinutes":5}]},"isKeyed":false,"mayChangeNothing":false},"13":{"as":"nora","method":"POST","path":"/incidents/INC0000001/major/plan","body":{"plan":[{"group":"callers","audience":"callers","channel":"portal","everyMinutes":10},{"group":"management","audience":"stakeholders","channel":"email","everyMinutes":5}]},"isKeyed":true,"mayChangeNothing":false}}}',
    ),
  },
];
