import type { Currency, Day, Offer, Source } from "../catalog/schema.ts";
import { type Extract, emptyExtract } from "../import/fact.ts";
import { headline } from "../import/rates.ts";
import type { Base } from "./base.ts";
import type { Report } from "./disk/desk.ts";
import { listedAs } from "./match.ts";
import { priceNow } from "./now.ts";

/** A price that somebody called wrong, with the right figures, and that the operator has seen on the vendor's page. */
export interface OperatorWord {
  extract: Extract;
  /** Where the operator has seen it. */
  source: Omit<Source, "date">;
}

const PREFIX = "operator-";
const AMOUNT = /\d[\d,]*(?:\.\d+)?/g;
const YUAN = /[¥￥元块]|cny|rmb|yuan|人民币/i;
const DOLLARS = /[$刀]|usd|dollar|美元/i;

/** Whether a source is the operator, whose word needs no other. */
export function isOperator(source: string): boolean {
  return source.startsWith(PREFIX);
}

/** What accepting a report says, or why it says nothing that could be published. */
export function wordOf(report: Report, base: Base, today: Day): OperatorWord | { fault: string } {
  const offer = offerOf(report, base, today);
  if (!offer) return { fault: `no one offer of ${report.model} at ${report.provider}` };
  const figures = figuresOf(report);
  if (!figures) return { fault: "no two figures, input and output, in one currency" };
  const url = report.link ?? base.providers.find(({ id }) => id === report.provider)?.pricingPages[0];
  if (url === undefined) return { fault: "no link to the vendor's page" };
  const source = `${PREFIX}${report.id}`;
  const extract = emptyExtract(source, today);
  const { currency, input, output } = figures;
  const { provider, site } = offer;
  const rates = [{ units: { input, output } }];
  const seller = { provider, id: listedAs(offer), ...(site && { site }) };
  extract.prices.push({ ...seller, currency, rates, seen: today, checked: today });
  return {
    extract,
    source: { id: source, name: "the vendor's page, seen by this bot's operator", url, licence: "a fact" },
  };
}

/** The offer whose price was shown, or the only one. */
function offerOf({ model, provider, shown }: Report, { offers }: Base, today: Day): Offer | undefined {
  const all = offers.filter((one) => one.model === model && one.provider === provider && !one.gone);
  const same = all.filter((one) => {
    const { input, output } = headline(priceNow(one.prices, today)?.rates ?? []);
    return shown !== undefined && input === shown.input && output === shown.output;
  });
  const [first, second] = same.length > 0 ? same : all;
  return second === undefined ? first : undefined;
}

function figuresOf({ figure = "", shown }: Report): { currency: Currency; input: string; output: string } | undefined {
  const [input, output, more] = (figure.match(AMOUNT) ?? []).map((amount) => amount.replaceAll(",", ""));
  if (input === undefined || output === undefined || more !== undefined) return undefined;
  const [yuan, dollars] = [YUAN.test(figure), DOLLARS.test(figure)];
  if (yuan && dollars) return undefined;
  const said = yuan ? "CNY" : dollars ? "USD" : shown?.currency;
  return said && { currency: said, input, output };
}
