// What counsel decides without a release, beside the rule sets. Pure.
import type { RuleSet } from "./sets.rules.ts";

export type Policy = {
  /** Zero: nobody decided yet. */
  readonly number: number;
  readonly coldCalls: boolean;
  readonly softFromFreeAccount: boolean;
  readonly dormantDays: number;
};

/** What holds until somebody decides: the law as it is, and no more of it than is sure. */
export const ownPolicy: Policy = {
  number: 0,
  coldCalls: true,
  softFromFreeAccount: false,
  dormantDays: 365,
};

/** What a decision was made by: the set of the country and the number of the policy. */
export const versionOf = (set: RuleSet, policy: Policy): string => `${set.version} policy ${policy.number}`;
