// Every room that holds something of people: asked for a copy and for erasure in this order. A room that is missing fails a
// test (server/test/rights-of-rooms.test.ts). Identity comes last: the others ask it whose things are.
import { mailRights } from "@somlos/kernel/mail";
import type { RoomRights } from "@somlos/kernel/rights";
import { accessRights } from "@somlos/modules/access";
import { companyRights } from "@somlos/modules/company";
import { consentRights } from "@somlos/modules/consent";
import { cornerRights } from "@somlos/modules/corner";
import { eventsRights } from "@somlos/modules/events";
import { identityRights } from "@somlos/modules/identity";
import { profilesRights } from "@somlos/modules/profiles";
import { rightsRights } from "@somlos/modules/rights";

export const rightsOfRooms: readonly RoomRights[] = [
  profilesRights,
  eventsRights,
  consentRights,
  mailRights,
  cornerRights,
  accessRights,
  rightsRights,
  companyRights,
  identityRights,
];
