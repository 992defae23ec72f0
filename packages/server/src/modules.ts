// The doors of all rooms, one line each, lowest floor first.
import type { Door } from "@somlos/kernel/http";
import { mailDoors } from "@somlos/kernel/mail";
import { accessDoors } from "@somlos/modules/access";
import { catalogDoors } from "@somlos/modules/catalog";
import { companyDoors } from "@somlos/modules/company";
import { consentDoors, dialDoors, seenDoors } from "@somlos/modules/consent";
import { cornerDoors, researchDoors } from "@somlos/modules/corner";
import { eventDoors, importDoors, schemaDoors, sourceDoors } from "@somlos/modules/events";
import {
  householdDoors,
  hubDoors,
  matchDoors,
  ruleDoors,
  rulingDoors,
  treeDoors,
} from "@somlos/modules/identity";
import { demoDoors, liveDoors, meDoors, peopleDoors } from "@somlos/modules/profiles";
import { rightsDoors } from "@somlos/modules/rights";
import { storesDoors } from "@somlos/modules/stores";
import { volumeDoors } from "./operate/volume.routes.ts";

export const doors: readonly unknown[] = [
  ...mailDoors,
  ...companyDoors,
  ...catalogDoors,
  ...storesDoors,
  ...accessDoors,
  ...eventDoors,
  ...sourceDoors,
  ...schemaDoors,
  ...importDoors,
  ...dialDoors,
  ...seenDoors,
  ...rulingDoors,
  ...hubDoors,
  ...ruleDoors,
  ...matchDoors,
  ...treeDoors,
  ...householdDoors,
  ...consentDoors,
  ...peopleDoors,
  ...meDoors,
  ...liveDoors,
  ...cornerDoors,
  ...researchDoors,
  ...rightsDoors,
  ...demoDoors,
  ...volumeDoors,
] satisfies readonly Door<never>[] | readonly unknown[];
