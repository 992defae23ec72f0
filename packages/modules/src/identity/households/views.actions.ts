// What identity itself shows of what members share: the number of the club card.
import { findSelf } from "../rights/self.store.ts";
import type { SharedViews } from "./households.house.ts";

export const clubCardView: SharedViews["club_card"] = async (tx, { fp }) => {
  const { identifiers } = await findSelf(tx, fp);
  return identifiers
    .filter(({ kind }) => kind === "club_card")
    .map(({ value }) => ({ label: null, text: value, more: null }));
};
