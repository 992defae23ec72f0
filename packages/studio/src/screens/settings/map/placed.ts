// A place whose position is known.
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";

export type Placed = LocationAnswer & { readonly position: NonNullable<LocationAnswer["position"]> };
export const isPlaced = (place: LocationAnswer): place is Placed => place.position !== null;
