// What the doors and the work of this room need from the house.
import type { Journal } from "@somlos/kernel/journal";
import type { RoomRights } from "@somlos/kernel/rights";
import type { AccessHouse } from "../access/index.ts";
import type { CornerHouse } from "../corner/index.ts";
import type { Sight } from "../identity/index.ts";

export type RightsRoomHouse = CornerHouse &
  Pick<AccessHouse, "audit"> & {
    readonly sight: Sight;
    readonly home: string;
    /** Every room that holds something of people, in the order in which they are asked. */
    readonly rightsOf: readonly RoomRights[];
    readonly erasures: Journal;
  };

export type TellingHouse = CornerHouse;
export type WorkingHouse = TellingHouse & Pick<RightsRoomHouse, "home" | "rightsOf" | "erasures">;
