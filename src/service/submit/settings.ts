import type { Defaults } from "../../query/defaults.ts";
import { ratioIn, readFilters, textIn } from "../fields.ts";
import { saved } from "../settings-command.ts";
import { faultsOf, type Submit } from "./submit.ts";

/** Everything that the form shows is set as it stands there; what is empty is set no longer. */
export const submitSettings: Submit = async (ask, values, scope) => {
  const language = textIn(values, "language");
  const currency = textIn(values, "currency");
  const per = Number(textIn(values, "per"));
  const blend = ratioIn(values, "blend");
  const words = textIn(values, "filters");
  const filters = words === undefined ? undefined : readFilters(ask, words);
  const faults = faultsOf(ask, {
    blend: blend === null && "ratio",
    filters: words !== undefined && !filters && "filters",
  });
  if (faults) return faults;
  const set: Defaults = {
    ...((language === "en" || language === "zh") && { language }),
    ...((currency === "USD" || currency === "CNY") && { currency }),
    ...(per > 0 && { per }),
    ...(blend && { blend }),
    ...(filters && { filters }),
  };
  return saved(ask, scope, set, true);
};
