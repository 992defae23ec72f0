// The signs of the places in which somebody may be known: the same in the customer's corner and at the desk.
import {
  type Icon,
  IconBrowser,
  IconBuildingStore,
  IconDeviceMobile,
  IconHeadset,
  IconMail,
  IconPlugConnected,
} from "@tabler/icons-react";

export const dialSigns = {
  store: IconBuildingStore,
  web: IconBrowser,
  app: IconDeviceMobile,
  mail: IconMail,
  desk: IconHeadset,
  device: IconPlugConnected,
} satisfies Readonly<Record<string, Icon>>;
