// What is asked about permission, and asked again after a change.
import { readBenefits } from "@somlos/contract/rooms/consent-benefits";
import { listPermissionImports } from "@somlos/contract/rooms/consent-imports";
import { listRegisters } from "@somlos/contract/rooms/consent-lists";
import { listPolicies } from "@somlos/contract/rooms/consent-policies";
import { listPurposes, listTexts } from "@somlos/contract/rooms/consent-purposes";
import { readHeadlines, readReach } from "@somlos/contract/rooms/consent-reach";
import { readLookRules, readRecognition } from "@somlos/contract/rooms/seen";
import { useLanguage } from "@somlos/look/language";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";

const key = "permission";
const LIVE_MS = 1000;
const CALM_MS = 30_000;

export const usePurposes = (enabled = true) =>
  useQuery({
    queryKey: [key, "purposes"],
    queryFn: ({ signal }) => call(listPurposes, {}, signal),
    enabled,
  });

export const useTexts = (purpose: string, enabled = true) =>
  useQuery({
    queryKey: [key, "texts", purpose],
    queryFn: ({ signal }) => call(listTexts, { params: { purpose } }, signal),
    enabled,
  });

export const useRegisters = () =>
  useQuery({
    queryKey: [key, "registers"],
    queryFn: ({ signal }) => call(listRegisters, {}, signal),
  });

export const usePolicies = () =>
  useQuery({
    queryKey: [key, "policies"],
    queryFn: ({ signal }) => call(listPolicies, {}, signal),
  });

/** Read as it was last counted. While a newer count is under way it is asked for every second. */
export const useReach = () =>
  useQuery({
    queryKey: [key, "reach"],
    queryFn: ({ signal }) => call(readReach, {}, signal),
    refetchInterval: ({ state }) => (state.data?.counting == null ? CALM_MS : LIVE_MS),
  });

export const useBenefits = () =>
  useQuery({
    queryKey: [key, "benefits"],
    queryFn: ({ signal }) => call(readBenefits, { query: {} }, signal),
  });

export const useHeadlines = (from: string, to: string) =>
  useQuery({
    queryKey: [key, "headlines", from, to],
    queryFn: ({ signal }) => call(readHeadlines, { query: { from, to } }, signal),
  });

/** Why one stopped is told in the language of the screen. What runs is asked for every second. */
export function usePermissionImports() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: [key, "imports", language],
    queryFn: ({ signal }) => call(listPermissionImports, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === "running") === true ? LIVE_MS : CALM_MS,
  });
}

export const useRecognition = (from: string, to: string) =>
  useQuery({
    queryKey: [key, "recognition", from, to],
    queryFn: ({ signal }) => call(readRecognition, { query: { from, to } }, signal),
    placeholderData: (before) => before,
  });

export const useLookRules = () =>
  useQuery({
    queryKey: [key, "looks"],
    queryFn: ({ signal }) => call(readLookRules, {}, signal),
  });

export function useReadAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [key] });
}
