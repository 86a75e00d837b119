/** What a figure should be: a bound, and whether the figure keeps it. */
export interface Goal {
  said: string;
  met: boolean;
}

export function below(figure: number, bound: number, unit = ""): Goal {
  return { said: `< ${bound}${unit}`, met: figure < bound };
}

export function atLeast(figure: number, bound: number, unit = ""): Goal {
  return { said: `≥ ${bound.toLocaleString("en")}${unit}`, met: figure >= bound };
}

export function heading(text: string): void {
  process.stdout.write(`\n${text}\n${"─".repeat(text.length)}\n`);
}

/** One line: what was measured, the figure with its unit, and the goal beside it. */
export function line(label: string, figure: string, goal?: Goal): void {
  const verdict = goal ? `   goal ${goal.said}: ${goal.met ? "met" : "MISSED"}` : "";
  process.stdout.write(`${label.padEnd(44)}${figure.padStart(16)}${verdict}\n`);
}

/** A remark under the figures: how they came about. */
export function remark(text: string): void {
  process.stdout.write(`  ${text}\n`);
}

/** Three significant digits, thousands separated: "12,300", "4.56", "0.0789". */
export function digits(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString("en")
    : value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

/** A time given in milliseconds, in the unit that reads best. */
export function time(milliseconds: number): string {
  return milliseconds < 1 ? `${digits(milliseconds * 1000)} µs` : `${digits(milliseconds)} ms`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
