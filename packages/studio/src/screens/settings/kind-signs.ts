// The sign of each kind of place.
import type { LocationKind } from "@somlos/contract/rooms/company-places";
import {
  type Icon,
  IconBrowser,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconPackage,
} from "@tabler/icons-react";

export const kindSigns: Readonly<Record<LocationKind, Icon>> = {
  store: IconBuildingStore,
  warehouse: IconBuildingWarehouse,
  pickup_point: IconPackage,
  online: IconBrowser,
};
