// Every fault there is, in the order in which they are planted.
import { companyFaults } from "./company-faults.ts";
import { type Fault, faults } from "./faults.ts";
import { faultsOfBenefits } from "./faults-of-benefits.ts";
import { faultsOfDifferences } from "./faults-of-differences.ts";
import { faultsOfDocs } from "./faults-of-docs.ts";
import { faultsOfEntities } from "./faults-of-entities.ts";
import { faultsOfGoods } from "./faults-of-goods.ts";
import { faultsOfHouseholds } from "./faults-of-households.ts";
import { faultsOfOperation } from "./faults-of-operation.ts";
import { faultsOfPeople } from "./faults-of-people.ts";
import { faultsOfPermission } from "./faults-of-permission.ts";
import { faultsOfRestriction } from "./faults-of-restriction.ts";
import { faultsOfStores } from "./faults-of-stores.ts";
import { faultsOfTheCorner } from "./faults-of-the-corner.ts";
import { faultsOfTheDial } from "./faults-of-the-dial.ts";
import { faultsOfTheWall } from "./faults-of-the-wall.ts";
import { faultsOfWishes } from "./faults-of-wishes.ts";

export const allFaults: readonly Fault[] = [
  ...faults,
  ...faultsOfDocs,
  ...companyFaults,
  ...faultsOfOperation,
  ...faultsOfTheDial,
  ...faultsOfPeople,
  ...faultsOfTheCorner,
  ...faultsOfPermission,
  ...faultsOfHouseholds,
  ...faultsOfEntities,
  ...faultsOfTheWall,
  ...faultsOfWishes,
  ...faultsOfRestriction,
  ...faultsOfBenefits,
  ...faultsOfGoods,
  ...faultsOfStores,
  ...faultsOfDifferences,
];
