// The door of the room profiles: facts with lineage, the timeline, the person as a whole.
export { liveDoors } from "./live.routes.ts";
export { type PeopleHouse, peopleDoors } from "./people.routes.ts";
export { remember } from "./remember.actions.ts";
