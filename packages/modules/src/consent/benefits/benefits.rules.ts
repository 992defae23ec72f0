// How a benefit did. Pure.
import type { Benefit } from "@somlos/contract/rooms/consent-benefits";

/** Words shown once to somebody who could answer. */
export type Showing = { readonly showId: string; readonly textId: string; readonly place: string };

/** `yesWhereShown`: of the yes, those from places that tell how often they show the words. */
export type Counted = Omit<Benefit, "accepted"> & { readonly yesWhereShown: number };

/** A form that shows words once and is answered twice is no more than everybody. */
export const benefitOf = ({ yesWhereShown, ...counted }: Counted): Benefit => ({
  ...counted,
  accepted: counted.shown === 0 ? null : Math.min(1, yesWhereShown / counted.shown),
});
