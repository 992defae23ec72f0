// The door of the room profiles: facts with lineage, the timeline, the person as a whole.
export { bornAfter, bornOf, bornOfSelf } from "./born.actions.ts";
export { type DemoHouse, goOnRemovingDemo } from "./demo.actions.ts";
export { type DemoDoorsHouse, demoDoors } from "./demo.routes.ts";
export { type Fact, settleFacts } from "./facts.rules.ts";
export { listWords } from "./facts.store.ts";
export { likenessOf } from "./likeness.actions.ts";
export { liveDoors } from "./live.routes.ts";
export { meDoors } from "./me.routes.ts";
export { type PeopleHouse, peopleDoors } from "./people.routes.ts";
export { remember } from "./remember.actions.ts";
export { correctFacts, saidByPerson, takeBackFact } from "./rights/correct.actions.ts";
export { profilesRights } from "./rights/profiles.rights.ts";
